import { nothingChanged, row } from './row.ts';

/** GQ: giải quyết, the processing unit. */
export const processingProblems = {
  'GQ-01': row(['{name} không làm việc ở {unit}.', '{name} does not work in {unit}.'], nothingChanged, [
    'Chọn người khác của phòng.',
    'Choose somebody else of the unit.',
  ]),
  'GQ-02': row(
    ['Chưa tính được ngày hẹn mới theo lịch.', 'The new date cannot be computed from the calendar.'],
    nothingChanged,
    ['Nhập ngày hẹn và căn cứ.', 'Enter the date and its basis.'],
  ),
  'GQ-03': row(['Ý kiến này không còn chờ trả lời.', 'This opinion is not waited for any more.'], nothingChanged, [
    'Mở lại hồ sơ xem các ý kiến.',
    'Open the dossier again and look at the opinions.',
  ]),
  'GQ-04': row(['Không hẹn được ngày này: {why}.', 'This day cannot be promised: {why}.'], nothingChanged, [
    'Chọn ngày khác.',
    'Choose another day.',
  ]),
  'GQ-05': row(
    ['Chưa ghi được kết quả: còn thiếu {missing}.', 'The result cannot be recorded: {missing} missing.'],
    nothingChanged,
    ['Điền nốt rồi ghi lại.', 'Fill it in and record it again.'],
  ),
  'GQ-06': row(['Hồ sơ này do {unit} giải quyết.', 'This dossier is with {unit}.'], nothingChanged, [
    'Nhờ phòng đó làm, hoặc nhờ quầy sửa nơi giải quyết.',
    'Ask that unit, or have the counter correct the processing unit.',
  ]),
} as const;
