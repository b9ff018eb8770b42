import { nothingChanged, row } from './row.ts';

/** PT: phí, tiền; money taken at the counter and the end of its day. */
export const moneyProblems = {
  'PT-01': row(
    ['Số tiền {amount} nhiều hơn số còn phải thu {owed}.', 'The sum {amount} is more than the {owed} still owed.'],
    nothingChanged,
    [
      'Nhập lại số tiền. Nếu mức phí của hồ sơ sai, đính chính phí trước.',
      'Enter the sum again. Where the dossier’s fee is wrong, correct the fee first.',
    ],
  ),
  'PT-02': row(
    ['Số trả lại {amount} nhiều hơn số đã thu {taken}.', 'Giving back {amount} is more than the {taken} taken.'],
    nothingChanged,
    ['Nhập lại số tiền.', 'Enter the sum again.'],
  ),
  'PT-03': row(
    ['Tiền trong ngăn lệch {difference} so với sổ.', 'The drawer differs by {difference} from the records.'],
    nothingChanged,
    ['Đếm lại, hoặc ghi lý do lệch.', 'Count again, or write why it differs.'],
  ),
  'PT-04': row(['Ngày {day} của {counter} đã chốt.', '{counter} has closed {day}.'], nothingChanged, [
    'Mở lại ngày, có lý do, rồi làm tiếp.',
    'Open the day again with a reason, then go on.',
  ]),
  'PT-05': row(['Ngày {day} chưa chốt.', '{day} is not closed.'], nothingChanged, [
    'Không cần mở lại.',
    'There is nothing to open again.',
  ]),
  'PT-06': row(['Ngày {day} chưa đến.', '{day} has not come yet.'], nothingChanged, [
    'Chọn hôm nay hoặc một ngày trước.',
    'Choose today or a day before.',
  ]),
} as const;
