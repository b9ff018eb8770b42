import { nothingChanged, row } from './row.ts';

/** TN: tiếp nhận, receipt. */
export const receiptProblems = {
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
} as const;
