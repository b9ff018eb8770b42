import { expect, test } from 'vitest';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { LineDown, ProvinceRefused } from './province.ts';
import { stumbling } from './stumbling.ts';

test.each([
  ['a fault of the server', new ProvinceRefused(500, 'GN-03', null), true],
  ['a proxy with nothing behind it', new ProvinceRefused(502, 'DT-02', null), true],
  ['no answer', new LineDown('cut'), true],
  ['a certificate', new LineDown('stranger', undefined, 'DT-05'), false],
  ['too often', new ProvinceRefused(429, 'DT-04', null), false],
  ['refused', new ProvinceRefused(403, 'DT-06', null), false],
  ['a mistake of ours', new Error('x'), false],
])('%s, three times in a row', (_what, error, isOwn) => {
  const stumbles = stumbling(virtualClock(0), { fraction: () => 0.5 });
  const fell = [1, 2, 3, 4].map(() => stumbles.fell('a log', error));
  expect(fell).toEqual([false, false, isOwn, isOwn]);
});

test('of each by itself, and once it went through from the beginning', () => {
  const stumbles = stumbling(virtualClock(0), { fraction: () => 0.5 });
  const error = new ProvinceRefused(500, 'GN-03', null);
  stumbles.fell('one', error);
  stumbles.fell('one', error);
  expect(stumbles.fell('other', error)).toBe(false);
  stumbles.wentThrough('one');
  expect(stumbles.fell('one', error)).toBe(false);
});

test('what has become a fault of its own waits by itself, longer each time, as long as it is asked to at the least', () => {
  const clock = virtualClock(0);
  const stumbles = stumbling(clock, { fraction: () => 0.5 });
  const fall = (retryAfter: number | null) => stumbles.fell('a log', new ProvinceRefused(502, 'GN-03', retryAfter));
  const waits: (number | null)[] = [];
  for (let n = 0; n < 8; n++) {
    fall(null);
    waits.push(stumbles.untilNext());
  }
  expect(waits).toEqual([null, null, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000]);
  expect(stumbles.resting('a log')).toMatchObject({ status: 502, retryAfter: null });
  clock.advance(15_000);
  expect([stumbles.resting('a log'), stumbles.untilNext()]).toEqual([null, null]);
  fall(50_000);
  expect([stumbles.untilNext(), stumbles.resting('another')]).toEqual([50_000, null]);
  stumbles.wentThrough('a log');
  expect(stumbles.resting('a log')).toBeNull();
});
