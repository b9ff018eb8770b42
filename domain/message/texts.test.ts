import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MESSAGE_LENGTH, messageText, withoutMarks, type Message, type MessageFrom } from './texts.ts';

const from: MessageFrom = {
  code: 'H20.57-261123-0304',
  shortName: 'phường Sa Đéc',
  isCentre: true,
  phone: '02773898989',
};

test.each<[Message, string]>([
  [
    { about: 'result-ready', way: 'counter' },
    'Hồ sơ H20.57-261123-0304 đã có kết quả. Mời đến Trung tâm PVHCC phường Sa Đéc nhận. Mang theo giấy hẹn, căn cước. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'result-ready', way: 'post' },
    'Hồ sơ H20.57-261123-0304 đã có kết quả, sẽ gửi qua bưu chính. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'result-ready', way: 'electronic' },
    'Hồ sơ H20.57-261123-0304 đã có kết quả điện tử trên Cổng dịch vụ công. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'reminder', since: '2026-11-09', lastDay: null },
    'Kết quả hồ sơ H20.57-261123-0304 có từ 09/11/2026, chưa ai đến nhận. Mời đến Trung tâm PVHCC phường Sa Đéc. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'extended', due: '2026-11-30T17:00:00' },
    'Hồ sơ H20.57-261123-0304 chưa xong đúng hẹn, xin lỗi ông/bà. Hẹn trả mới: 17:00 ngày 30/11/2026. Trung tâm PVHCC phường Sa Đéc. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'supplement', answerBy: null },
    'Hồ sơ H20.57-261123-0304 cần bổ sung giấy tờ. Mời đến Trung tâm PVHCC phường Sa Đéc nhận phiếu yêu cầu. Hỏi: 0277 389 8989.',
  ],
  [
    { about: 'call-back' },
    'Mời ông/bà liên hệ Trung tâm PVHCC phường Sa Đéc về hồ sơ H20.57-261123-0304. Hỏi: 0277 389 8989. Mang theo giấy hẹn.',
  ],
  [
    { about: 'papers-back' },
    'Hồ sơ H20.57-261123-0304 không giải quyết tiếp. Mời đến Trung tâm PVHCC phường Sa Đéc nhận lại giấy tờ. Mang theo giấy hẹn, căn cước. Hỏi: 0277 389 8989.',
  ],
])('%j says it within one message', (message, text) => {
  expect(messageText(message, from)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(MESSAGE_LENGTH);
});

test('the day of the archive goes before the telephone number where only one has room', () => {
  const text = messageText({ about: 'reminder', since: '2026-11-09', lastDay: '2026-12-31' }, from);
  expect(text).toBe(
    'Kết quả hồ sơ H20.57-261123-0304 có từ 09/11/2026, chưa ai đến nhận. Mời đến Trung tâm PVHCC phường Sa Đéc. Sau ngày 31/12/2026 kết quả chuyển vào lưu trữ.',
  );
});

const messages: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ about: fc.constant('result-ready' as const), way: fc.constantFrom('counter', 'post', 'electronic') }),
  fc.record({
    about: fc.constant('reminder' as const),
    since: fc.constant('2026-11-09'),
    lastDay: fc.constantFrom(null, '2026-12-31'),
  }),
  fc.record({ about: fc.constant('extended' as const), due: fc.constantFrom(null, '2026-11-30T17:00:00') }),
  fc.record({ about: fc.constant('supplement' as const), answerBy: fc.constantFrom(null, '2026-12-31') }),
  fc.record({ about: fc.constant('call-back' as const) }),
  fc.record({ about: fc.constant('papers-back' as const) }),
);

test('whatever the office is called, the code stands whole in it and what only helps never makes it two messages', () => {
  fc.assert(
    fc.property(
      messages,
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.boolean(),
      (message, shortName, isCentre) => {
        const text = messageText(message, { ...from, shortName, isCentre });
        const bare = messageText(message, { ...from, shortName, isCentre, phone: '' });
        expect(text).toContain(from.code);
        expect(text).toBe(text.normalize('NFC'));
        // Longer than one message only where what must be said is so already.
        expect(text.length <= MESSAGE_LENGTH || text === bare).toBe(true);
      },
    ),
  );
});

test('without marks only plain letters are left', () => {
  expect(withoutMarks('Hồ sơ đã có. Đến Trung tâm PVHCC phường Sa Đéc')).toBe(
    'Ho so da co. Den Trung tam PVHCC phuong Sa Dec',
  );
});
