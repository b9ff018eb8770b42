import { dataIntact, nothingChanged, row } from './row.ts';

/** DK: đăng ký máy, enrolment. */
export const enrolmentProblems = {
  'DK-01': row(
    ['Mã đăng ký máy không đúng hoặc đã dùng.', 'The enrolment code is wrong or was used.'],
    nothingChanged,
    ['Xin người quản trị mã mới.', 'Ask the administrator for a new code.'],
  ),
  'DK-02': row(
    [
      'Máy chủ này và máy này không cùng loại: một bên là bản thử.',
      'One of server and desk is a demonstration, the other is not.',
    ],
    nothingChanged,
    ['Kiểm tra địa chỉ máy chủ.', 'Check the server address.'],
  ),
  'DK-03': row(['Máy này chưa đăng ký với tỉnh.', 'This machine is not enrolled.'], nothingChanged, [
    'Nhập địa chỉ máy chủ và mã đăng ký.',
    'Enter the server address and the enrolment code.',
  ]),
  'DK-04': row(['Máy này đã đăng ký rồi.', 'This machine is already enrolled.'], nothingChanged, [
    'Đăng nhập để làm việc.',
    'Sign in to work.',
  ]),
  'DK-05': row(['Dữ liệu của máy chưa mở khóa.', 'The data of this machine is not unlocked yet.'], dataIntact, [
    'Gõ mật khẩu máy.',
    'Type the machine passphrase.',
  ]),
  'DK-06': row(
    ['Địa chỉ máy chủ phải bắt đầu bằng https.', 'The server address must begin with https.'],
    nothingChanged,
    ['Xem lại địa chỉ với người quản trị.', 'Check the address with the administrator.'],
  ),
  'DK-07': row(
    [
      'Máy chủ của tỉnh cần bản phần mềm mới hơn bản trên máy này.',
      'The provincial server needs a newer program than the one on this machine.',
    ],
    nothingChanged,
    [
      'Cài bản mới rồi đăng ký lại; mã đăng ký vẫn dùng được.',
      'Install the new release, then enrol again; the code is still good.',
    ],
  ),
} as const;
