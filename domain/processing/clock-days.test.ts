import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asked,
  calendar,
  dutyAsked,
  extendedTo,
  receivedWith,
  viewAfter,
  type Happened,
} from '../../tests/harness/history.ts';
import { localDateTime } from '../calendar/civil-date.ts';
import { processingClock } from '../calendar/processing-clock.ts';
import { pausesOf, ticksOf } from './clock-days.ts';

const marks = { past: '|', left: 'o', paused: '.', over: '!' } as const;
const drawn = (view: ReturnType<typeof viewAfter>, now: string): string =>
  ticksOf(view.clock, calendar, now)
    .map((tick) => marks[tick])
    .join('');

const paid = (at: string, due: string): Happened => ({
  type: 'dossier.financialFulfilled',
  body: { evidence: 'biên lai', due: { at: due, calendarVersion: 'x', enteredBecause: null }, at },
});

test.each([
  ['2026-11-19T08:30:00', 3, '||o'],
  ['2026-11-23T08:30:00', 1, 'o'],
  ['2026-11-18T08:30:00', 3, '|||'],
  ['2026-11-10T08:30:00', 8, '||||||||!'],
])('received %s with %i days, seen on Monday 23/11: %s', (receivedAt, value, ticks) => {
  const view = viewAfter(receivedWith(receivedAt, { value, unit: 'WORKING_DAY' }));
  expect(drawn(view, '2026-11-23T10:42:00')).toBe(ticks);
});

test('a wait for money stands in its place; an extension only adds days', () => {
  const received = receivedWith('2026-10-12T09:20:00', { value: 27, unit: 'WORKING_DAY' });
  const waiting = viewAfter(received, dutyAsked('2026-10-29T10:05:00'));
  expect(drawn(waiting, '2026-11-02T08:00:00')).toBe(`${'|'.repeat(13)}..${'o'.repeat(14)}`);
  const going = viewAfter(
    received,
    dutyAsked('2026-10-29T10:05:00'),
    paid('2026-11-02T15:30:00', '2026-11-20T17:00:00'),
    extendedTo('2026-11-19T08:15:00', '2026-11-30T17:00:00'),
  );
  expect(drawn(going, '2026-11-23T10:42:00')).toBe(`${'|'.repeat(13)}..${'|'.repeat(15)}${'o'.repeat(4)}`);
  expect(pausesOf(going.clock.marks)).toEqual([{ after: '2026-10-29', to: '2026-11-02', reason: 'financial' }]);
});

test('after a supplement the strip begins anew', () => {
  const view = viewAfter(
    receivedWith('2026-11-16T09:20:00', { value: 3, unit: 'WORKING_DAY' }),
    asked('2026-11-17T10:05:00'),
    {
      type: 'dossier.supplemented',
      body: {
        papers: [],
        due: { at: '2026-11-26T17:00:00', calendarVersion: 'x', enteredBecause: null },
        at: '2026-11-20T10:00:00',
      },
    },
  );
  expect(drawn(view, '2026-11-23T10:42:00')).toBe('|oo');
});

test('before it has begun there is nothing to draw', () => {
  const away = receivedWith('2026-11-20T09:20:00', { value: 3, unit: 'WORKING_DAY' }, { competentOffice: 'xa-1' });
  expect(ticksOf(viewAfter(away).clock, calendar, '2026-11-23T10:42:00')).toEqual([]);
});

test('as many ticks are past and left as the clock counts, whatever the wait', () => {
  const from = Date.UTC(2026, 0, 5) / 1000;
  fc.assert(
    fc.property(
      fc.integer({ min: from, max: from + 250 * 86_400 }),
      fc.nat({ max: 900_000 }),
      fc.nat({ max: 900_000 }),
      fc.integer({ min: 2, max: 30 }),
      fc.boolean(),
      (received, gap, later, value, waits) => {
        const at = (seconds: number): string => localDateTime(seconds * 1000);
        const body = receivedWith(at(received), { value, unit: 'WORKING_DAY' });
        const view = waits ? viewAfter(body, dutyAsked(at(received + gap))) : viewAfter(body);
        const now = at(received + gap + later);
        const clock = processingClock(view.clock.marks, calendar, now);
        const ticks = ticksOf(view.clock, calendar, now);
        const count = (tick: string): number => ticks.filter((each) => each === tick).length;
        expect([count('left'), count('past') + count('over'), count('over')]).toEqual([
          clock.left,
          clock.used,
          clock.overdue,
        ]);
      },
    ),
  );
});
