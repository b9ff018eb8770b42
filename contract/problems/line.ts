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
  'DT-05': row(
    ['Chứng thư của máy chủ không được chấp nhận.', 'The certificate of the server is not accepted.'],
    [
      'Máy không gửi gì khi chưa chắc đó là máy chủ của tỉnh. Việc chưa gửi còn nguyên trên máy.',
      'Nothing is sent to what may not be the province’s server. Unsent work is intact on this machine.',
    ],
    [
      'Báo người quản trị: chứng thư hết hạn hoặc có thiết bị trên mạng chặn ở giữa.',
      'Tell the administrator: the certificate has expired, or something on the network stands in between.',
    ],
  ),
  'DT-06': row(
    ['Tỉnh đã thu hồi máy này.', 'The province has revoked this machine.'],
    [
      'Việc chưa gửi còn nguyên trên máy, gửi về thì tỉnh giữ riêng chờ xem.',
      'Unsent work is intact on this machine; what is sent is kept apart until somebody has looked.',
    ],
    [
      'Ngừng tiếp nhận trên máy này và gọi người quản trị: thu hồi nhầm thì đăng ký lại.',
      'Stop receiving on this machine and call the administrator: if it was a mistake, enrol it again.',
    ],
  ),
  'DT-07': row(
    [
      'Việc gửi đứng yên hơn một phút, máy đã bỏ lượt ấy và gửi lại từ đầu.',
      'Sending stood still for over a minute; the machine gave that round up and began anew.',
    ],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on this machine.'],
    [
      'Vẫn làm việc bình thường. Dòng này còn quá 15 phút thì báo người quản trị, kèm mã này.',
      'Work goes on. If this line stays for over 15 minutes, tell the administrator, with this code.',
    ],
  ),
  'DT-08': row(
    [
      'Tỉnh vẫn trả lời, nhưng lần nào cũng lỗi khi nhận việc gửi từ máy này.',
      'The province answers, but fails each time it is given what this machine sends.',
    ],
    [
      'Việc chưa gửi còn nguyên trên máy; việc của nơi khác vẫn về máy này.',
      'Unsent work is intact on this machine, and what others do still comes in.',
    ],
    [
      'Máy tự gửi lại. Báo người quản trị xem nhật ký máy chủ, kèm mã này.',
      'The machine sends again by itself. Tell the administrator to look at the server’s log, with this code.',
    ],
  ),
} as const;
