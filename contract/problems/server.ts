import { nothingChanged, row } from './row.ts';

/** SV: from the server. */
export const serverProblems = {
  'SV-01': row(
    ['Máy chủ chưa sẵn sàng.', 'The server is not ready.'],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on the desk.'],
    ['Máy tự thử lại.', 'The desk tries again by itself.'],
  ),
  'SV-02': row(['Không có đường dẫn này.', 'There is no such route.'], nothingChanged, [
    'Kiểm tra phiên bản chương trình.',
    'Check the release of the program.',
  ]),
  'SV-03': row(
    ['Chưa đăng nhập với máy chủ, hoặc đã hết hạn.', 'Not signed in to the server, or it has expired.'],
    nothingChanged,
    ['Đăng xuất rồi đăng nhập lại khi có đường truyền.', 'Sign out and sign in again with the line up.'],
  ),
  'SV-04': row(['Dữ liệu vừa bị người khác sửa.', 'Somebody else has just changed this.'], nothingChanged, [
    'Mở lại rồi sửa.',
    'Open it again and change it.',
  ]),
  'SV-05': row(['Tên này đã có người dùng.', 'This name is already taken.'], nothingChanged, [
    'Chọn tên khác.',
    'Choose another one.',
  ]),
  'SV-06': row(
    ['Gói gửi quá lớn.', 'The batch is too large.'],
    ['Việc chưa gửi còn nguyên trên máy.', 'Unsent work is intact on the desk.'],
    ['Máy tự chia nhỏ rồi gửi lại.', 'The desk sends it again in smaller parts.'],
  ),
  'SV-07': row(['Nơi này chưa có khóa khôi phục.', 'This office has no recovery key yet.'], nothingChanged, [
    'Người quản trị máy chủ tạo khóa khôi phục cho nơi này, rồi cấp mã đăng ký.',
    'The administrator of the server makes the recovery key of this office, then the code is given.',
  ]),
  'SV-08': row(
    ['Khóa kết nối không đúng, hoặc đã thu hồi.', 'The key of this connection is wrong or revoked.'],
    nothingChanged,
    [
      'Người quản trị máy chủ cấp khóa mới bằng lệnh api-key-add.',
      'The administrator of the server gives a new one with api-key-add.',
    ],
  ),
  'SV-09': row(
    ['Kho tệp của tỉnh đầy hoặc chưa sẵn sàng.', 'The file store of the province is full or not ready.'],
    ['Tệp chưa gửi còn nguyên trên máy.', 'Unsent files are intact on the desk.'],
    ['Máy tự thử lại.', 'The desk tries again by itself.'],
  ),
  'SV-10': row(
    ['Cổng Dịch vụ công không đưa tệp này.', 'The portal does not give this file.'],
    ['Hồ sơ và các tệp khác còn nguyên.', 'The dossier and the other files are intact.'],
    [
      'Thử lại sau; vẫn không được thì xem trên cổng, hoặc hỏi người nộp.',
      'Try again later; else look at it on the portal, or ask the submitter.',
    ],
  ),
} as const;
