import { nothingChanged, row } from './row.ts';

/** TK: trả kết quả, returning results. */
export const resultProblems = {
  'TK-01': row(
    ['Hồ sơ {code} không có kết quả nào đang chờ trả.', 'Nothing of dossier {code} waits to be returned.'],
    nothingChanged,
    ['Mở hồ sơ xem đang ở bước nào.', 'Open the dossier and see where it stands.'],
  ),
  'TK-02': row(
    ['Hồ sơ {code} không có số điện thoại nhận được tin nhắn.', 'Dossier {code} has no telephone that takes messages.'],
    nothingChanged,
    ['Báo bằng cách khác, rồi ghi lại đã báo thế nào.', 'Tell them another way, and write down how.'],
  ),
  'TK-03': row(
    ['Kết quả của hồ sơ {code} chưa về đến quầy.', 'The result of dossier {code} has not come to the counter yet.'],
    nothingChanged,
    ['Nhận bàn giao kết quả trước, rồi trả.', 'Take it over first, then return it.'],
  ),
  'TK-04': row(['Chưa chọn giấy tờ nào để trả.', 'No paper to hand out was chosen.'], nothingChanged, [
    'Đánh dấu giấy tờ giao cho người nhận.',
    'Tick what goes to whoever collects.',
  ]),
  'TK-05': row(
    ['Chữ ký trên màn hình không đọc được.', 'The signature drawn on screen cannot be read.'],
    nothingChanged,
    ['Ký lại, hoặc ký trên giấy.', 'Sign again, or on paper.'],
  ),
  'TK-06': row(
    ['Chưa đến ngày chuyển lưu trữ kết quả của hồ sơ {code}.', 'It is too early to archive the result of {code}.'],
    nothingChanged,
    ['Nhắc người dân theo lượt, chờ đến ngày.', 'Remind in turn, and wait for the day.'],
  ),
} as const;
