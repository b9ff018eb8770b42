import { expect, test } from 'vitest';
import { exampleRules } from './example.ts';
import { whyWords } from './why-words.ts';
import type { Why } from './why.ts';

const say = (why: Why): string => whyWords(why, exampleRules).vi;

test('whoever is called is told why in one sentence', () => {
  expect(say({ kind: 'first', waited: 660 })).toBe('Chờ lâu nhất trong các số quầy này nhận');
  expect(say({ kind: 'limit', waited: 1680, left: 119, overtaken: 0 })).toBe('Sắp chạm mức chờ 30 phút, còn 1 phút');
  expect(say({ kind: 'limit', waited: 1801, left: -1, overtaken: 0 })).toBe('Đã chờ quá mức 30 phút');
  // Called for the sake of those behind: nothing that is not so is said of who comes.
  expect(say({ kind: 'limit', waited: 1439, left: 361, overtaken: 2 })).toBe(
    'Gọi lúc này để không ai phải chờ quá 30 phút',
  );
  expect(say({ kind: 'limit', waited: 1440, left: 360, overtaken: 2 })).toBe('Sắp chạm mức chờ 30 phút, còn 6 phút');
  expect(say({ kind: 'return', waited: 60, overtaken: 2 })).toBe(
    'Quay lại bổ sung giấy tờ hoặc nhận kết quả, không phải chờ lại từ đầu, trước 2 số chờ lâu hơn',
  );
  expect(say({ kind: 'named', waited: 60, overtaken: 0 })).toBe('Cán bộ gọi đúng số này');
  expect(say({ kind: 'booked', waited: 0, bookedFor: '2026-11-23T09:30:00', overtaken: 1 })).toMatch(
    /^Đến giờ đã hẹn .*, trước 1 số chờ lâu hơn$/,
  );
});

test('a class that is not in the rules any more is still called a priority', () => {
  expect(say({ kind: 'priority', class: 'gone', waited: 60, overtaken: 3 })).toBe(
    'Diện ưu tiên, được ưu tiên, trước 3 số chờ lâu hơn',
  );
});
