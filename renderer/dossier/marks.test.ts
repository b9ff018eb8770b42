import { expect, test } from 'vitest';
import { marksWithRoom, SHEET_LINE } from './marks.ts';

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    date: `2026-12-${String(at + 1).padStart(2, '0')}`,
    kind: 'used' as const,
  }));
const mark = (date: number, words: string) => ({
  from: `2026-12-${String(date).padStart(2, '0')}`,
  to: null,
  words: { vi: words, en: words },
  tone: 'plain' as const,
});
const named = (count: number, ...marks: ReturnType<typeof mark>[]): string[] =>
  marksWithRoom(days(count), marks, ({ words }) => words.vi, SHEET_LINE).map(({ mark: { words } }) => words.vi);

test('a short line and a long one name both days', () => {
  expect(named(5, mark(5, 'Hẹn trả 05/12'), mark(1, 'Nhận 01/12'))).toEqual(['Hẹn trả 05/12', 'Nhận 01/12']);
  expect(named(27, mark(27, 'Hẹn trả 27/12'), mark(1, 'Nhận 01/12'))).toEqual(['Hẹn trả 27/12', 'Nhận 01/12']);
});

test('where names would meet, the more telling one keeps its place', () => {
  expect(named(20, mark(2, 'Hẹn trả 02/12'), mark(1, 'Nhận 01/12'))).toEqual(['Hẹn trả 02/12']);
  const both = [mark(28, 'Hẹn lại 28/12'), mark(20, 'Hẹn đầu 20/12')];
  expect(
    marksWithRoom(days(28), both, ({ words }) => words.vi, 28 * 18).map(({ mark: { words }, atEnd }) => [
      words.vi,
      atEnd,
    ]),
  ).toEqual([
    ['Hẹn lại 28/12', true],
    ['Hẹn đầu 20/12', true],
  ]);
});

test('the name of a wait moves within its days', () => {
  const wait = { ...mark(3, 'Tạm dừng'), to: '2026-12-09' };
  const placed = marksWithRoom(days(20), [mark(1, 'Nhận 01/12'), wait], ({ words }) => words.vi, SHEET_LINE);
  expect(placed.map(({ on }) => on)).toEqual(['2026-12-01', '2026-12-06']);
});

test('what begins after the line has no place on it', () => {
  expect(named(3, mark(9, 'Hẹn trả 09/12'))).toEqual([]);
});

test('a name ends at its day where it would leave the line', () => {
  const ends = (count: number, date: number): boolean | undefined =>
    marksWithRoom(days(count), [mark(date, 'Hẹn trả 27/12')], ({ words }) => words.vi, 300)[0]?.atEnd;
  expect([ends(27, 27), ends(27, 2), ends(3, 3)]).toEqual([true, false, false]);
});
