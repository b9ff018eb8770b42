import { nothingChanged, row } from './row.ts';

/** BG: bàn giao, paper changing hands. */
export const handoverProblems = {
  'BG-01': row(
    ['Lô này không còn mở ở đây.', 'This batch is no longer open here.'],
    ['Việc đã chốt vẫn còn nguyên.', 'What was closed stands as it is.'],
    ['Xem lại danh sách bàn giao hôm nay.', 'Look at today’s handovers again.'],
  ),
  'BG-02': row(['Chưa quét hồ sơ nào.', 'Nothing has been scanned yet.'], nothingChanged, [
    'Quét mã trên phiếu của từng hồ sơ trước.',
    'Scan the slip of each dossier first.',
  ]),
  'BG-03': row(['Còn {n} hồ sơ phải giao chưa quét.', '{n} dossiers that are due are not scanned.'], nothingChanged, [
    'Quét tiếp, hoặc chốt thiếu và ghi lý do.',
    'Go on scanning, or close the batch short with a reason.',
  ]),
  'BG-04': row(['Không có giấy tờ nào tên như vậy đang thiếu.', 'No paper of that name is missing.'], nothingChanged, [
    'Mở hồ sơ xem giấy tờ nào đang thiếu.',
    'Open the dossier and see what is missing.',
  ]),
} as const;
