import { expect, test } from 'vitest';
import type { TimeRule } from './catalogue.ts';
import { exampleCase, exampleProcedure } from './example.ts';
import { limitFor } from './limit.ts';

const rule = (change: Partial<TimeRule>): TimeRule => ({
  channel: 'DIRECT',
  value: 5,
  unit: 'WORKING_DAY',
  basis: 'Luật thử',
  certain: true,
  ...change,
});
const withTimes = (...times: TimeRule[]): ReturnType<typeof exampleProcedure> =>
  exampleProcedure({ cases: [exampleCase('a', { times })] });

test('the limit is the one of the channel, with its source', () => {
  expect(limitFor(exampleProcedure(), 'a', 'ONLINE')).toEqual({
    kind: 'limit',
    value: 2,
    unit: 'WORKING_DAY',
    source: 'Luật thử Điều 1',
  });
  expect(limitFor(exampleProcedure(), 'a', 'DIRECT')).toMatchObject({ value: 3 });
});

test('a limit for every channel is used where the channel has none of its own', () => {
  const p = withTimes(rule({ channel: null, value: 9 }), rule({ channel: 'DIRECT', value: 4 }));
  expect(limitFor(p, 'a', 'POSTAL')).toMatchObject({ kind: 'limit', value: 9 });
  expect(limitFor(p, 'a', 'DIRECT')).toMatchObject({ kind: 'limit', value: 4 });
});

test('a channel without a limit, an unknown unit and a doubtful number each ask, and say why', () => {
  expect(limitFor(withTimes(rule({ channel: 'ONLINE' })), 'a', 'DIRECT')).toMatchObject({
    kind: 'ask',
    why: 'channel',
  });
  expect(limitFor(withTimes(rule({ unit: 'UNKNOWN', value: null, certain: false })), 'a', 'DIRECT')).toMatchObject({
    kind: 'ask',
    why: 'unknown',
    reason: { vi: 'Luật thử. Nhập ngày hẹn và căn cứ.' },
  });
  expect(limitFor(withTimes(rule({ certain: false })), 'a', 'DIRECT')).toMatchObject({ kind: 'ask', why: 'doubtful' });
  expect(limitFor(withTimes(rule({}), rule({ value: 8 })), 'a', 'DIRECT')).toMatchObject({ why: 'doubtful' });
});

test('a same-day procedure has the limit 0', () => {
  expect(limitFor(withTimes(rule({ unit: 'SAME_DAY', value: 0 })), 'a', 'DIRECT')).toMatchObject({
    value: 0,
    unit: 'SAME_DAY',
  });
});

test('a case the procedure does not have is refused', () => {
  expect(() => limitFor(exampleProcedure(), 'z', 'DIRECT')).toThrow(RangeError);
});
