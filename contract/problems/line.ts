import { row } from './row.ts';

/** DT: đường truyền, the line. */
export const lineProblems = {
  'DT-01': row(
    ['Không liên lạc được với máy chủ của tỉnh.', 'The provincial server cannot be reached.'],
    [
      'Vẫn làm việc bình thường, máy tự gửi khi có đường truyền.',
      'Work goes on, the machine sends by itself when the line is back.',
    ],
    ['Việc này cần đường truyền: thử lại sau.', 'This needs the line: try again later.'],
  ),
  'DT-02': row(
    ['Máy chủ trả lời không hiểu được.', 'The server’s answer cannot be read.'],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on this machine.'],
    ['Báo người quản trị, kèm mã này.', 'Tell the administrator, with this code.'],
  ),
  'DT-03': row(
    ['Máy chủ không nhận chữ ký của máy này.', 'The server does not accept this machine’s signature.'],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on this machine.'],
    ['Gọi người quản trị.', 'Call the administrator.'],
  ),
  'DT-04': row(
    ['Máy chủ quá bận.', 'The server is too busy.'],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on this machine.'],
    ['Máy tự gửi lại.', 'The machine sends again by itself.'],
  ),
} as const;
