import { dataIntact, nothingChanged, row } from './row.ts';

/** CT: chuyển tay, data carried by hand. */
export const courierProblems = {
  'CT-01': row(
    ['Tệp này không phải tệp chuyển dữ liệu, hoặc đã hỏng.', 'This is no courier file, or it is damaged.'],
    dataIntact,
    ['Chép lại tệp từ USB, hoặc ghi tệp mới.', 'Copy it from the stick again, or write a new one.'],
  ),
  'CT-02': row(['Tệp này của một tỉnh khác.', 'This file is of another province.'], nothingChanged, [
    'Xem lại tệp đã chọn.',
    'Check which file was chosen.',
  ]),
  'CT-03': row(['Tệp trả lời này dành cho máy khác.', 'This answer is for another machine.'], nothingChanged, [
    'Mang tệp về đúng máy đã ghi.',
    'Take it to the machine that wrote it.',
  ]),
  'CT-04': row(['Không có gì chờ gửi.', 'Nothing waits to be sent.'], dataIntact, [
    'Không cần mang gì đi.',
    'There is nothing to carry.',
  ]),
  'CT-05': row(
    ['Tỉnh chưa nhận một số việc trong tệp ({codes}).', 'The province did not take some of the file ({codes}).'],
    dataIntact,
    [
      'Xem mục cần xem lại, rồi ghi tệp mới mang đi. Nếu còn gặp, báo người quản trị các mã này.',
      'Look at what needs attention, then carry a new file. If it happens again, give the administrator these codes.',
    ],
  ),
} as const;
