import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/civil-date.ts';
import { exampleRules } from './example.ts';
import { changesAhead, firstDayOfChange, ownChangeOn, settingsFrom, type OwnSettings } from './own-settings.ts';

const START = '2026-11-01';
const day = fc.nat(60).map((n) => addDays(START, n));
/** Decided one after the other, each for a day after the one it was decided on. */
const decided = fc
  .array(
    fc.record({
      after: fc.nat(5),
      ahead: fc.integer({ min: 1, max: 20 }),
      limitMinutes: fc.integer({ min: 5, max: 60 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => {
    let today = START;
    return steps.map(({ after, ahead, limitMinutes }, at) => {
      today = addDays(today, after);
      const change: OwnSettings = { number: at + 1, from: addDays(today, ahead), settings: { limitMinutes } };
      return { decidedOn: today, change };
    });
  });

test('a change decided for a later day changes nothing on the day it is decided, nor on any day before', () => {
  fc.assert(
    fc.property(decided, day, (steps, date) => {
      for (const [at, { decidedOn }] of steps.entries()) {
        if (date > decidedOn) continue;
        const before = steps.slice(0, at).map(({ change }) => change);
        const after = [...before, ...steps.slice(at, at + 1).map(({ change }) => change)];
        expect(ownChangeOn(after, date)).toEqual(ownChangeOn(before, date));
      }
    }),
  );
});

test('a day that is over keeps its values whatever is decided later, and in whatever order the changes come', () => {
  fc.assert(
    fc.property(decided, day, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (steps, date, order) => {
      const known = steps.filter(({ decidedOn }) => decidedOn <= date).map(({ change }) => change);
      const all = steps.map(({ change }) => change);
      const shuffled = all.map((change) => ({ change, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      expect(
        ownChangeOn(
          shuffled.map(({ change }) => change),
          date,
        ),
      ).toEqual(ownChangeOn(known, date));
    }),
  );
});

test('of two changes for one day the one decided last holds, and it alone is told as coming', () => {
  const change = (number: number, from: string, limitMinutes: number): OwnSettings => ({
    number,
    from,
    settings: { limitMinutes },
  });
  const changes = [change(1, '2026-11-10', 20), change(2, '2026-11-20', 15), change(3, '2026-11-20', 25)];
  expect(ownChangeOn(changes, '2026-11-09')).toBeNull();
  expect(ownChangeOn(changes, '2026-11-19')).toBe(changes[0]);
  expect(ownChangeOn(changes, '2026-11-20')).toBe(changes[2]);
  expect(changesAhead(changes, '2026-11-10')).toEqual([changes[2]]);
  expect(firstDayOfChange('2026-11-30')).toBe('2026-12-01');
});

test('what will hold from a day on: of what is decided for that day and before, over the province’s values', () => {
  const province = exampleRules.settings;
  const changes = [
    { number: 1, from: '2026-11-25', settings: { limitMinutes: 20 } },
    { number: 2, from: '2026-12-01', settings: {} },
  ] as const;
  expect(settingsFrom(province, changes, '2026-11-24')).toEqual(province);
  expect(settingsFrom(province, changes, '2026-11-30')).toEqual({ ...province, limitMinutes: 20 });
  expect(settingsFrom(province, changes, '2026-12-01')).toEqual(province);
});
