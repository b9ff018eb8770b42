import { dataIntact, row } from './row.ts';

/** TT: trạng thái truyền, why a dossier stands where it stands on its way to the province, with nothing wrong. */
export const standProblems = {
  'TT-01': row(
    [
      'Còn {n} việc ghi trước trên máy này chưa gửi; việc của hồ sơ này đi sau.',
      '{n} earlier events of this machine are not sent yet; this dossier’s come after them.',
    ],
    dataIntact,
    ['Không phải làm gì: máy tự gửi theo thứ tự.', 'Nothing to do: the machine sends them in their order.'],
  ),
  'TT-02': row(
    [
      '{n} trong {of} việc đã ghi vào tệp mang đi lúc {time}, chờ tệp trả lời.',
      '{n} of {of} events went into a courier file at {time}; its answer is awaited.',
    ],
    dataIntact,
    [
      'Mang tệp trả lời về đọc ở máy này. Có đường truyền trước thì máy tự gửi.',
      'Bring the answer back and read it at this machine. Should the line be back first, it sends by itself.',
    ],
  ),
  'TT-03': row(['Đang gửi, tỉnh chưa trả lời.', 'On its way, the province has not answered yet.'], dataIntact, [
    'Không phải làm gì.',
    'Nothing to do.',
  ]),
  'TT-04': row(
    [
      'Máy khác trong sảnh đã ghi việc này, tỉnh chưa xác nhận.',
      'Another machine of the hall wrote this; the province has not confirmed it.',
    ],
    dataIntact,
    [
      'Không phải làm gì: máy đã ghi tự gửi, máy này gửi thay khi máy ấy không gửi được.',
      'Nothing to do: the machine that wrote it sends it; should it not, this one does.',
    ],
  ),
  'TT-05': row(
    [
      '{n} việc của hồ sơ này chờ một việc ghi trước đó chưa về máy này.',
      '{n} events of this dossier wait for an earlier one that has not come to this machine yet.',
    ],
    dataIntact,
    [
      'Không phải làm gì: việc ấy về thì máy tự tính vào. Quá một ngày chưa về thì báo người quản trị.',
      'Nothing to do: it counts as soon as that one is here. After a day, tell the administrator.',
    ],
  ),
  'TT-06': row(
    ['Chưa liên lạc lại với tỉnh từ khi mở máy.', 'The province was not reached yet since the program was opened.'],
    dataIntact,
    ['Không phải làm gì: máy tự gửi.', 'Nothing to do: the machine sends by itself.'],
  ),
  'TT-07': row(
    [
      'Máy đang nhận việc trước đây của cơ quan, còn {n} dòng; hồ sơ này gửi xen giữa.',
      'The machine is taking in what the office did before, {n} rows left; this dossier goes in between.',
    ],
    dataIntact,
    ['Không phải làm gì: máy tự gửi trong giây lát.', 'Nothing to do: it is sent in a moment.'],
  ),
  'TT-08': row(
    ['Đường truyền tốt, hồ sơ này đến lượt gửi ngay.', 'The line is good; this dossier is next to be sent.'],
    dataIntact,
    ['Không phải làm gì.', 'Nothing to do.'],
  ),
} as const;
