import { nothingChanged, row } from './row.ts';

/** GN: gọi nội bộ, calls from the page. */
export const callProblems = {
  'GN-01': row(
    ['Yêu cầu không đến từ cửa sổ của chương trình.', 'The request did not come from the program’s own window.'],
    nothingChanged,
    [
      'Đóng trang lạ. Mở lại chương trình nếu còn gặp.',
      'Close the foreign page. Restart the program if it happens again.',
    ],
  ),
  'GN-02': row(
    ['Nội dung gửi vào không đúng khuôn dạng ({where}).', 'The input is not of the right form ({where}).'],
    nothingChanged,
    ['Kiểm tra lại ô vừa nhập.', 'Check the field just typed.'],
  ),
  'GN-03': row(
    ['Có lỗi trong chương trình.', 'There is a fault in the program.'],
    ['Việc này chưa được lưu. Việc đã lưu còn nguyên.', 'This was not saved. What was saved is intact.'],
    [
      'Thử lại. Nếu còn gặp, báo người quản trị mã {id}.',
      'Try again. If it happens again, give the administrator the code {id}.',
    ],
  ),
  'GN-04': row(['Chương trình không có việc tên {name}.', 'The program has no call named {name}.'], nothingChanged, [
    'Đóng rồi mở lại chương trình.',
    'Restart the program.',
  ]),
  'GN-05': row(
    ['Chương trình trên máy này không trả lời.', 'The program on this computer does not answer.'],
    ['Việc đã lưu còn nguyên.', 'What was saved is intact.'],
    ['Đóng cửa sổ này rồi mở lại chương trình.', 'Close this window and start the program again.'],
  ),
  'GN-06': row(
    ['Máy lấy số và màn hình gọi số không làm việc này.', 'A ticket kiosk or a display does not do this.'],
    nothingChanged,
    [
      'Làm ở máy quầy; muốn máy này thành máy quầy, ghi danh lại với thư mục dữ liệu mới.',
      'Do it at a counter; to make this machine one, enrol it anew with a new data folder.',
    ],
  ),
} as const;
