import { dataIntact, nothingChanged, row } from './row.ts';

/** DN: đăng nhập, sign-in. */
export const accountProblems = {
  'DN-01': row(
    ['Tên, mật khẩu hoặc mã PIN không đúng.', 'The name, the password or the PIN is wrong.'],
    nothingChanged,
    [
      'Gõ lại mật khẩu. Còn {left} lần trước khi tạm khóa.',
      'Type the password again. {left} tries left before a pause.',
    ],
  ),
  'DN-02': row(
    ['Tạm khóa vì gõ sai nhiều lần.', 'Locked for a while after too many wrong tries.'],
    ['Việc đang làm còn nguyên.', 'Work in progress is intact.'],
    ['Đợi {wait}, hoặc gọi người quản trị.', 'Wait {wait}, or call the administrator.'],
  ),
  'DN-03': row(['Chưa đăng nhập.', 'Nobody is signed in.'], nothingChanged, [
    'Đăng nhập rồi làm tiếp.',
    'Sign in and go on.',
  ]),
  'DN-04': row(
    ['Màn hình đang khóa.', 'The screen is locked.'],
    ['Việc đang làm còn nguyên.', 'Work in progress is intact.'],
    ['Mở khóa rồi làm tiếp.', 'Unlock and go on.'],
  ),
  'DN-05': row(['Tài khoản này không được làm việc đó.', 'This account may not do that.'], nothingChanged, [
    'Nhờ người có quyền: {roles}.',
    'Ask somebody who may: {roles}.',
  ]),
  'DN-06': row(['Tài khoản đã bị ngừng.', 'The account is disabled.'], nothingChanged, [
    'Gọi người quản trị.',
    'Call the administrator.',
  ]),
  'DN-07': row(
    [
      'Máy này đã hơn 30 ngày chưa liên lạc với tỉnh.',
      'This machine has not been in touch with the province for over 30 days.',
    ],
    dataIntact,
    ['Nối đường truyền một lần rồi đăng nhập.', 'Connect to the line once, then sign in.'],
  ),
  'DN-08': row(
    ['Việc này cần đăng nhập khi có đường truyền.', 'This needs a sign-in with the line up.'],
    nothingChanged,
    ['Nối đường truyền, đăng xuất rồi đăng nhập lại.', 'Connect to the line, sign out and sign in again.'],
  ),
  'DN-09': row(['Mã PIN gồm 6 đến 12 chữ số.', 'A PIN has 6 to 12 digits.'], nothingChanged, [
    'Chọn mã khác.',
    'Choose another one.',
  ]),
} as const;
