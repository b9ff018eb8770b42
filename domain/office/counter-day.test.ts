import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldCounterDay, type CounterDayEvent, type KnownDayEvent } from './counter-day.ts';

const at = '2026-11-23T17:02:00';
const count = (counted: number): CounterDayEvent => ({
  type: 'counterDay.cashCounted',
  version: 1,
  body: { date: '2026-11-23', counter: 'Quầy 3', opening: 0, expected: 0, counted, pieces: [], note: '', at },
});
const close = (received: number): CounterDayEvent => ({
  type: 'counterDay.closed',
  version: 1,
  body: {
    date: '2026-11-23',
    counter: 'Quầy 3',
    received,
    unsent: 0,
    notHandedOver: 0,
    notPrinted: 0,
    cash: 0,
    note: '',
    at,
  },
});
const reopen: CounterDayEvent = { type: 'counterDay.reopened', version: 1, body: { reason: 'còn một hồ sơ', at } };

const known = (
  id: string,
  log: string,
  seq: number,
  after: string[],
  event: CounterDayEvent | null,
): KnownDayEvent => ({
  envelope: { id, log, seq, after, actor: log },
  event,
});

test('a day is counted, closed, opened again with its reason, and closed again', () => {
  const events = [
    known('1', 'a', 1, [], count(15_000)),
    known('2', 'a', 2, ['1'], close(12)),
    known('3', 'a', 3, ['2'], reopen),
    known('4', 'a', 4, ['3'], close(13)),
  ];
  expect(foldCounterDay(events.slice(0, 2)).closed?.body.received).toBe(12);
  expect(foldCounterDay(events.slice(0, 3))).toMatchObject({ closed: null, heads: ['3'] });
  const day = foldCounterDay(events);
  expect(day.closed?.body.received).toBe(13);
  expect(day.closings.map((each) => each.body.received)).toEqual([12, 13]);
  expect(day.reopenings).toMatchObject([{ body: { reason: 'còn một hồ sơ' } }]);
  expect(day.counted?.body.counted).toBe(15_000);
});

test('nothing known, or nothing readable, is an open day', () => {
  const nothing = { counted: null, closed: null, closings: [], reopenings: [] };
  expect(foldCounterDay([])).toMatchObject({ ...nothing, heads: [] });
  expect(foldCounterDay([known('1', 'a', 1, [], null)])).toMatchObject({ ...nothing, heads: ['1'] });
});

test('two desks that closed it apart: both closings are told, and every machine says the same', () => {
  const events = [
    known('1', 'a', 1, [], close(12)),
    known('2', 'b', 1, [], close(11)),
    known('3', 'a', 2, ['1'], count(8000)),
    known('4', 'b', 2, ['2'], reopen),
    known('5', 'b', 3, ['4'], close(14)),
  ];
  const day = foldCounterDay(events);
  expect(day.closings).toHaveLength(3);
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(foldCounterDay(shuffled)).toEqual(day);
    }),
  );
});
