import { expect, test } from 'vitest';
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
  const stumbles = stumbling();
  const fell = [1, 2, 3, 4].map(() => stumbles.fell('a log', error));
  expect(fell).toEqual([false, false, isOwn, isOwn]);
});

test('of each by itself, and once it went through from the beginning', () => {
  const stumbles = stumbling();
  const error = new ProvinceRefused(500, 'GN-03', null);
  stumbles.fell('one', error);
  stumbles.fell('one', error);
  expect(stumbles.fell('other', error)).toBe(false);
  stumbles.wentThrough('one');
  expect(stumbles.fell('one', error)).toBe(false);
});
