import { expect, test } from 'vitest';
import { emphasised } from './emphasis.ts';

test('the phrase is bold where it stands and the rest is kept letter for letter', () => {
  expect(emphasised('Bỏ qua T3 24/11, Ngày Văn hóa Việt Nam', ['T3 24/11, Ngày Văn hóa Việt Nam'])).toEqual([
    { text: 'Bỏ qua ', bold: false },
    { text: 'T3 24/11, Ngày Văn hóa Việt Nam', bold: true },
  ]);
});

test('several phrases, in any order, one inside another told once', () => {
  const runs = emphasised('Thời hạn 3 ngày làm việc, nộp trực tiếp', ['trực tiếp', '3 ngày làm việc', 'ngày làm']);
  expect(runs.map((run) => run.text).join('')).toBe('Thời hạn 3 ngày làm việc, nộp trực tiếp');
  expect(runs.filter((run) => run.bold).map((run) => run.text)).toEqual(['3 ngày làm việc', 'trực tiếp']);
});

test('a phrase that does not stand there changes nothing', () => {
  expect(emphasised('Trả ngay', ['mai', ''])).toEqual([{ text: 'Trả ngay', bold: false }]);
});
