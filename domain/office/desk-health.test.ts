import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskTroubles, worstFirst, type DeskFacts } from './desk-health.ts';

const MINUTE = 60_000;
const well: DeskFacts = { silentMs: 9000, release: '1.2.0', unsent: 0, waitingMs: 0, clockMs: 400, waitedFor: null };
const words = (over: Partial<DeskFacts>): string[] =>
  deskTroubles({ ...well, ...over }, '1.2.0').map((t) => t.words.vi);

test('a desk that is well has no trouble, whatever the night or the queue of this minute', () => {
  expect(words({})).toEqual([]);
  expect(words({ silentMs: 16 * 60 * MINUTE, unsent: 12, waitingMs: 59 * MINUTE, clockMs: null })).toEqual([]);
});

test('each trouble is said in words, the worst first', () => {
  expect(words({ silentMs: null, release: null })).toEqual(['chưa liên lạc lần nào']);
  expect(
    words({ silentMs: 4 * 1440 * MINUTE, unsent: 7, waitingMs: 75 * MINUTE, clockMs: -5 * MINUTE, release: '1.1.9' }),
  ).toEqual(['còn 7 việc chưa gửi, lâu nhất 75 phút', 'không liên lạc 4 ngày', 'đồng hồ nhanh 5 phút', 'bản 1.1.9']);
  expect(words({ clockMs: 30 * 60 * MINUTE })).toEqual(['đồng hồ chậm 30 giờ']);
});

test('a machine the province waits for after a restore is named, with what waits for it', () => {
  expect(words({ waitedFor: 'desk', silentMs: 4 * 1440 * MINUTE })).toEqual([
    'chưa đối chiếu sau khi tỉnh phục hồi dữ liệu: cơ quan chưa được cấp dãy số mới',
    'không liên lạc 4 ngày',
  ]);
  const inHall = ['chưa đối chiếu sau khi tỉnh phục hồi dữ liệu: việc còn thiếu ở tỉnh có thể đang chờ máy này'];
  expect(words({ waitedFor: 'kiosk' })).toEqual(inHall);
  expect(words({ waitedFor: 'display' })).toEqual(inHall);
});

test('a list worst first loses no desk, and none stands before a worse one', () => {
  const facts = fc.record({
    silentMs: fc.option(fc.nat(1e10)),
    release: fc.option(fc.constantFrom('1.1.0', '1.2.0')),
    unsent: fc.nat(5),
    waitingMs: fc.nat(1e8),
    clockMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    waitedFor: fc.option(fc.constantFrom('desk' as const, 'display' as const)),
  });
  fc.assert(
    fc.property(fc.array(fc.record({ facts })), (desks) => {
      const sorted = worstFirst(desks, '1.2.0');
      expect(new Set(sorted)).toEqual(new Set(desks));
      const weights = sorted.map((desk) => deskTroubles(desk.facts, '1.2.0')[0]?.weight ?? 0);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    }),
  );
});
