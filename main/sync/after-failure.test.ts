import { expect, test } from 'vitest';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { ProblemError } from '../../contract/problems.ts';
import { lineAfter } from './after-failure.ts';
import { LineDown, ProvinceRefused } from './province.ts';
import { Stumbled } from './stumbling.ts';

const after = (error: unknown) => lineAfter(error, 5, silentLog);

test.each([
  [new LineDown('cut'), 'down', 'DT-01'],
  [new LineDown('late', undefined, 'DH-03'), 'stopped', 'DH-03'],
  [new LineDown('stranger', undefined, 'DT-05'), 'stopped', 'DT-05'],
  [new ProvinceRefused(429, 'GN-03', 9), 'down', 'DT-04'],
  [new ProvinceRefused(503, 'SV-09', null), 'down', 'SV-09'],
  [new ProvinceRefused(500, 'GN-03', null), 'down', 'SV-01'],
  [new ProvinceRefused(403, 'DT-06', null), 'stopped', 'DT-06'],
  // A full disk stops a receipt in the words of a receipt (LT-03); here it is the province’s answer that has no room.
  [new ProblemError('LT-03'), 'stopped', 'LT-08'],
  [new ProblemError('DT-02'), 'stopped', 'DT-02'],
  [new ProblemError('DT-07'), 'stopped', 'DT-07'],
  [new Stumbled(new ProvinceRefused(500, 'GN-03', null)), 'stopped', 'DT-08'],
  [new Error('a mistake of ours'), 'stopped', 'GN-03'],
])('%s', (error, state, code) => {
  expect(after(error).next).toEqual({ state, since: 5, code });
});

test('how long the province asks to be left alone is passed on', () => {
  expect(after(new ProvinceRefused(429, 'DT-04', 9_000)).retryAfter).toBe(9_000);
  expect(after(new Stumbled(new ProvinceRefused(502, 'GN-03', 9_000))).retryAfter).toBe(9_000);
});
