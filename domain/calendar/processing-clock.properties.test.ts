import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { localDateTime } from './civil-date.ts';
import { type ClockLimit, type ClockMark, processingClock } from './processing-clock.ts';

const data = calendarSchema.parse(shipped);
const calendar = createCalendar(data);
/** Every make-up day certain: a limit that would end on a doubtful one is moved, and has a day more. */
const certain = createCalendar({ ...data, days: data.days.map((day) => ({ ...day, status: 'confirmed' })) });
const second = { from: Date.UTC(2025, 0, 2) / 1000, to: Date.UTC(2027, 4, 1) / 1000 };
/** A receipt and a few moments after it, in order. */
const moments = fc
  .tuple(
    fc.integer({ min: second.from, max: second.to }),
    fc.array(fc.oneof(fc.nat({ max: 90_000 }), fc.nat({ max: 900_000 })), { minLength: 4, maxLength: 4 }),
  )
  .map(([first, gaps]) => {
    const times: number[] = [first];
    for (const gap of gaps) times.push((times.at(-1) ?? 0) + gap);
    return times.map((s) => localDateTime(s * 1000)) as [string, string, string, string, string]; // five by construction
  });
const limit = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((value): ClockLimit => ({ value, unit: 'WORKING_DAY' })),
  fc.integer({ min: 1, max: 45 }).map((value): ClockLimit => ({ value, unit: 'DAY' })),
  fc.constant<ClockLimit>({ value: 0, unit: 'SAME_DAY' }),
);
const started = (at: string, asked: ClockLimit): ClockMark => ({
  kind: 'start',
  at,
  limit: asked,
  frozen: null,
  by: 'receipt',
});
const pause = (at: string): ClockMark => ({ kind: 'pause', at, reason: 'financial' });
const facts = ({ dueAt, used, left, late, overdue }: ReturnType<typeof processingClock>) => ({
  dueAt,
  used,
  left,
  late,
  overdue,
});
const RUNS = { numRuns: 500 };

test('a restart equals a fresh start at that moment, whatever went before', () => {
  fc.assert(
    fc.property(moments, limit, fc.boolean(), ([a, b, c, d, now], asked, wasPaused) => {
      const before: ClockMark[] = wasPaused
        ? [started(a, asked), pause(b)]
        : [started(a, asked), pause(b), { kind: 'resume', at: c }];
      const restarted = processingClock([...before, { kind: 'restart', at: d }], calendar, now);
      expect(facts(restarted)).toEqual(facts(processingClock([started(d, asked)], calendar, now)));
    }),
    RUNS,
  );
});

test('a pause of no length changes nothing', () => {
  fc.assert(
    fc.property(moments, limit, ([a, b, , , now], asked) => {
      const paused = processingClock([started(a, asked), pause(b), { kind: 'resume', at: b }], calendar, now);
      expect(facts(paused)).toEqual(facts(processingClock([started(a, asked)], calendar, now)));
    }),
    RUNS,
  );
});

test('a pause never brings the date forward, and a longer one never less', () => {
  fc.assert(
    fc.property(moments, limit, ([a, b, c, d, now], asked) => {
      const end = (marks: readonly ClockMark[]): string =>
        processingClock([started(a, asked), ...marks], calendar, now).dueAt ?? '9999';
      const short = end([pause(b), { kind: 'resume', at: c }]);
      expect(short >= end([])).toBe(true);
      expect(end([pause(b), { kind: 'resume', at: d }]) >= short).toBe(true);
    }),
    RUNS,
  );
});

test('working days used and left make up the limit until it ends, pauses or not', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 30 }), ([a, b, c, , now], value) => {
      const stopped = [started(a, { value, unit: 'WORKING_DAY' }), pause(b)];
      // Stopped on its last day it has no day left, and gets the one it goes on.
      fc.pre((processingClock(stopped, certain, b).left ?? 0) > 0);
      const view = processingClock([...stopped, { kind: 'resume', at: c }], certain, now);
      fc.pre(view.dueAt !== null && now.slice(0, 10) <= view.dueAt.slice(0, 10));
      expect(view.used + (view.left ?? 0)).toBe(value);
    }),
    RUNS,
  );
});

const anyMark = (at: string): fc.Arbitrary<ClockMark> =>
  fc.oneof(
    limit.map((asked) => started(at, asked)),
    fc.constant(pause(at)),
    fc.constantFrom<ClockMark>({ kind: 'resume', at }, { kind: 'restart', at }, { kind: 'finish', at }),
    fc.constant<ClockMark>({ kind: 'extend', at, until: '2027-06-01' }),
  );

test('any marks in any order fold without an error, and each is told', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: second.from, max: second.to }).chain((s) => anyMark(localDateTime(s * 1000))),
        { maxLength: 8 },
      ),
      (marks) => {
        const view = processingClock(marks, calendar, '2027-06-01T08:00:00');
        expect(view.steps).toHaveLength(marks.length);
        expect(view.used).toBeGreaterThanOrEqual(0);
        expect(view.state === 'paused').toBe(view.pausedSince !== null);
        for (const fault of view.faults) expect(fault.text.vi).not.toBe('');
      },
    ),
    RUNS,
  );
});
