import { row } from './row.ts';

/** HD: hướng dẫn, before a dossier is received. */
export const guidanceProblems = {
  'HD-01': row(
    [
      'Hồ sơ này vừa được yêu cầu bổ sung ở nơi khác, lần {round}.',
      'This dossier was just asked to be supplemented elsewhere, request {round}.',
    ],
    ['Những gì đã gõ còn nguyên.', 'What was typed is kept.'],
    ['Xem lại phiếu của lần đó trước khi làm tiếp.', 'Look at the slip of that request before going on.'],
  ),
  'HD-02': row(
    ['Lượt hướng dẫn này không có trên máy.', 'This advice is not on this machine.'],
    ['Các lượt khác còn nguyên.', 'All other advice is kept.'],
    ['Mở lại thủ tục rồi hướng dẫn lại.', 'Open the procedure and give the advice again.'],
  ),
} as const;
