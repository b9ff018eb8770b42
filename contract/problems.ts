import type { Bilingual } from '../domain/text.ts';
import { digitiseProblems } from './problems/digitise.ts';
import { nothingChanged, row, type Problem } from './problems/row.ts';

/**
 * Everything that can go wrong in front of a person: what happened, what is safe, what to do.
 * One table for desk, server and screens; `{name}` stands for a parameter. Codes never change their meaning.
 */
export type { Problem } from './problems/row.ts';

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, params: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'ProblemError';
    this.code = code;
    this.params = params;
  }
}

/** A problem's sentences with its parameters filled in. */
export function problemText(code: ProblemCode, params: Readonly<Record<string, string>> = {}): Problem {
  const problem = problems[code];
  const fill = (text: Bilingual): Bilingual => ({ vi: filled(text.vi, params), en: filled(text.en, params) });
  return { what: fill(problem.what), safe: fill(problem.safe), todo: fill(problem.todo) };
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

export type ProblemCode = keyof typeof problems;

function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

const dataIntact: [string, string] = ['Dữ liệu trên máy còn nguyên.', 'The data on this machine is intact.'];

const problems = {
  ...digitiseProblems,
  // LT: lưu trữ, storage
  'LT-01': row(
    ['Tệp dữ liệu của máy này bị hỏng.', 'The data file of this machine is damaged.'],
    [
      'Tệp được giữ nguyên, không xóa gì. Các việc chưa gửi còn trong nhật ký.',
      'The file is left as it was, nothing is deleted. Unsent work is also in the journal.',
    ],
    ['Gọi người quản trị khôi phục từ bản sao.', 'Call the administrator to restore from the backup.'],
  ),
  'LT-02': row(
    ['Chìa khóa không mở được dữ liệu của máy này.', 'The key does not open the data of this machine.'],
    dataIntact,
    [
      'Gõ lại mật khẩu máy, hoặc gọi người quản trị dùng khóa phục hồi.',
      'Type the machine passphrase again, or call the administrator to use the recovery key.',
    ],
  ),
  'LT-03': row(
    ['Ổ đĩa đầy, chưa lưu được.', 'The disk is full, this was not saved.'],
    [
      'Các hồ sơ trước còn nguyên. Chưa in phiếu, chưa trả người dân.',
      'Earlier dossiers are intact. No slip was printed.',
    ],
    ['Xóa bớt tệp rồi lưu lại.', 'Delete some files and save again.'],
  ),
  'LT-04': row(
    ['Dữ liệu này do bản mới hơn của chương trình ghi.', 'This data was written by a newer release of the program.'],
    ['Dữ liệu được giữ nguyên.', 'The data is left as it was.'],
    ['Cập nhật chương trình rồi mở lại.', 'Update the program and open it again.'],
  ),
  'LT-05': row(
    ['Chương trình đang mở ở một cửa sổ khác trên cùng dữ liệu này.', 'The program is already open on this data.'],
    dataIntact,
    ['Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.', 'Use the open window, or close it and start again.'],
  ),
  'LT-06': row(['Thư mục dữ liệu nằm trên ổ mạng.', 'The data folder is on a network drive.'], nothingChanged, [
    'Chọn thư mục trên ổ đĩa của chính máy này.',
    'Choose a folder on a disk of this machine.',
  ]),
  'LT-07': row(['Không ghi được vào thư mục dữ liệu.', 'The data folder cannot be written.'], dataIntact, [
    'Kiểm tra quyền ghi và ổ đĩa, rồi mở lại.',
    'Check permissions and the disk, then start again.',
  ]),
  // GN: gọi nội bộ, calls from the page
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
  // DN: đăng nhập, sign-in
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
  // DK: đăng ký máy, enrolment
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
  // DT: đường truyền, the line
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
  // DH: đồng hồ, clock
  'DH-01': row(
    ['Đồng hồ máy lệch {by} so với giờ của tỉnh.', 'The clock of this machine is {by} off the province’s time.'],
    ['Giờ nhận và hẹn trả tính theo giờ của tỉnh.', 'Receipt and due times follow the province’s time.'],
    ['Nhờ người quản trị chỉnh giờ.', 'Ask the administrator to set the clock.'],
  ),
  'DH-02': row(
    [
      'Đồng hồ máy chạy lùi hoặc sai năm, không dùng được.',
      'The clock of this machine has gone back or shows a wrong year; it cannot be used.',
    ],
    [
      'Giờ nhận không sớm hơn lần liên lạc cuối với tỉnh. Việc đã lưu còn nguyên.',
      'No receipt is dated before the last contact with the province. What was saved is intact.',
    ],
    ['Nhờ người quản trị chỉnh giờ trước khi tiếp nhận.', 'Ask the administrator to set the clock before receiving.'],
  ),
  // TN: tiếp nhận, receipt
  'TN-01': row(
    ['Chưa tiếp nhận được: {missing}.', 'Cannot be received yet: {missing}.'],
    ['Những gì đã gõ còn nguyên.', 'What was typed is kept.'],
    ['Làm nốt phần còn thiếu.', 'Complete what is missing.'],
  ),
  'TN-02': row(
    [
      'Bản làm dở này không còn: đã tiếp nhận, đã bỏ, hoặc quá 7 ngày.',
      'This draft is gone: received, discarded, or older than 7 days.',
    ],
    nothingChanged,
    ['Mở hồ sơ mới.', 'Open a new dossier.'],
  ),
  'TN-03': row(['Bản làm dở này đang do {name} làm.', 'This draft is being worked on by {name}.'], nothingChanged, [
    'Nhận làm tiếp nếu được phép, hoặc mở hồ sơ mới.',
    'Take it over if you may, or open a new dossier.',
  ]),
  'TN-04': row(
    [
      'Không có thủ tục hoặc trường hợp này trong danh mục đang dùng.',
      'This procedure or case is not in the catalogue in use.',
    ],
    ['Những gì đã gõ còn nguyên.', 'What was typed is kept.'],
    ['Chọn lại thủ tục.', 'Choose the procedure again.'],
  ),
  'TN-05': row(['Không tìm thấy hồ sơ.', 'The dossier was not found.'], nothingChanged, [
    'Kiểm tra lại mã hồ sơ.',
    'Check the code.',
  ]),
  'TN-06': row(
    ['Bản làm dở vừa được lưu ở nơi khác.', 'The draft was just saved from elsewhere.'],
    ['Bản mới hơn còn nguyên.', 'The newer version is kept.'],
    ['Mở lại bản làm dở.', 'Open the draft again.'],
  ),
  // IN: in ấn, printing
  'IN-01': row(
    ['Không tạo được tệp PDF của phiếu.', 'The PDF of the slip could not be made.'],
    ['Hồ sơ đã lưu.', 'The dossier is saved.'],
    ['Thử in lại. Nếu còn gặp, báo người quản trị.', 'Print again. If it happens again, tell the administrator.'],
  ),
  'IN-02': row(
    ['Máy in báo lỗi: {reason}.', 'The printer reports: {reason}.'],
    ['Hồ sơ đã lưu, phiếu đã tạo xong.', 'The dossier is saved, the slip is made.'],
    ['Xem lại máy in rồi in tiếp.', 'Check the printer and print again.'],
  ),
  'IN-03': row(
    ['Máy này không tìm thấy trình duyệt để tạo phiếu.', 'No browser was found on this machine to make the slip.'],
    ['Hồ sơ đã lưu.', 'The dossier is saved.'],
    ['Cài Chromium, Chrome hoặc Edge rồi in lại.', 'Install Chromium, Chrome or Edge and print again.'],
  ),
  'IN-04': row(['Không tìm thấy phiếu này trong sổ phiếu.', 'This slip is not in the slip ledger.'], nothingChanged, [
    'Mở lại hồ sơ rồi in.',
    'Open the dossier again and print.',
  ]),
  // SV: from the server
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
  // XV: verdict reasons (kết luận của tỉnh về một việc đã gửi)
  'XV-01': row(
    ['Chữ ký của việc này không đúng.', 'The signature of this event is wrong.'],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Gọi người quản trị ngay.', 'Call the administrator at once.'],
  ),
  'XV-02': row(
    [
      'Tỉnh đã giữ một việc khác ở đúng chỗ này trong sổ.',
      'The province already holds another event in this place of the log.',
    ],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Gọi người quản trị ngay: có thể máy bị sao chép.', 'Call the administrator at once: the machine may be cloned.'],
  ),
  'XV-03': row(
    ['Tỉnh không đọc được nội dung việc này.', 'The province cannot read this event.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Cập nhật chương trình, rồi báo người quản trị.', 'Update the program, then tell the administrator.'],
  ),
  'XV-04': row(
    ['Việc này của một nơi mà máy không thuộc về.', 'This event names an office this machine does not belong to.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-05': row(
    ['Mã hồ sơ này đã có ở một hồ sơ khác.', 'This dossier code already stands on another dossier.'],
    ['Cả hai hồ sơ còn nguyên.', 'Both dossiers are kept.'],
    ['Gọi lại người nộp để đổi phiếu.', 'Call the submitter back to change the slip.'],
  ),
  'XV-06': row(
    ['Máy gửi việc này đã bị thu hồi.', 'The machine that wrote this event was revoked.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Người quản trị xem và cho vào từng việc.', 'An administrator releases it, one by one.'],
  ),
  'XV-07': row(
    ['Số hồ sơ không nằm trong dãy số được cấp cho máy này.', 'The number is not in a range given to this machine.'],
    ['Hồ sơ còn nguyên.', 'The dossier is kept.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-08': row(
    ['Việc này quá lớn.', 'This event is too large.'],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-09': row(
    ['Hai nơi ghi khác nhau về hồ sơ này.', 'Two places recorded this dossier differently.'],
    ['Cả hai bên đều được giữ.', 'Both sides are kept.'],
    ['Mở hồ sơ, xem hai bên và báo người phụ trách.', 'Open the dossier, look at both and tell the supervisor.'],
  ),
} as const satisfies Record<string, Problem>;
