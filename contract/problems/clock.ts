import { row } from './row.ts';

/** DH: đồng hồ, clock. */
export const clockProblems = {
  'DH-01': row(
    ['Đồng hồ máy lệch {by} so với giờ của tỉnh.', 'The clock of this machine is {by} off the province’s time.'],
    ['Giờ nhận và hẹn trả tính theo giờ của tỉnh.', 'Receipt and due times follow the province’s time.'],
    [
      'Nhờ người quản trị chỉnh giờ trong lúc chương trình đang mở.',
      'Ask the administrator to set the clock while this program is open.',
    ],
  ),
  'DH-02': row(
    [
      'Đồng hồ máy chạy lùi, bị đặt sai hoặc sai năm, không dùng được.',
      'The clock of this machine has gone back, was set wrong or shows a wrong year; it cannot be used.',
    ],
    [
      'Giờ nhận không sớm hơn lần liên lạc cuối với tỉnh. Việc đã lưu còn nguyên.',
      'No receipt is dated before the last contact with the province. What was saved is intact.',
    ],
    ['Nhờ người quản trị chỉnh giờ trước khi tiếp nhận.', 'Ask the administrator to set the clock before receiving.'],
  ),
  'DH-03': row(
    [
      'Ngày của máy này nằm ngoài hạn chứng thư của máy chủ: đồng hồ máy sai ngày hoặc sai năm.',
      'The date of this machine is outside what the server’s certificate holds for: its clock shows a wrong day or year.',
    ],
    [
      'Chưa gửi được gì về tỉnh cho tới khi chỉnh giờ. Việc đã lưu còn nguyên.',
      'Nothing reaches the province until the clock is set. What was saved is intact.',
    ],
    [
      'Nhờ người quản trị chỉnh ngày giờ, máy tự gửi lại. Ngày giờ đang đúng thì báo chứng thư máy chủ hết hạn.',
      'Ask the administrator to set the clock; sending goes on by itself. If it is right, tell them that the server’s certificate has expired.',
    ],
  ),
} as const;
