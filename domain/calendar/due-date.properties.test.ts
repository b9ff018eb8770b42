import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { addDays, daysBetween, localDateTime } from './civil-date.ts';
import { computeDueDate, type DueOnDate, type DueRequest, type TimeLimit } from './due-date.ts';

const data = calendarSchema.parse(shipped);
const flood = { from: '2026-03-02', to: '2026-03-11', status: 'confirmed', source: 'test' } as const;
const name = { vi: 'Ngập lụt', en: 'Flood' };
/** The plain calendar, and one office with closures that do and do not stop limits. */
const calendars = [
  createCalendar(data),
  createCalendar(
    {
      ...data,
      closures: [
        { ...flood, office: 'xa-1', name, stopsLimits: false },
        { ...flood, from: '2025-06-02', to: '2025-06-13', office: 'xa-1', name, stopsLimits: true },
      ],
    },
    'xa-1',
  ),
];

const seconds = { from: Date.UTC(2025, 0, 1) / 1000 - 25_200, to: Date.UTC(2027, 9, 1) / 1000 };
const moment = fc.integer({ min: seconds.from, max: seconds.to }).map((s) => localDateTime(s * 1000));
const limit = fc.oneof(
  fc.integer({ min: 1, max: 45 }).map((value): TimeLimit => ({ value, unit: 'WORKING_DAY', basis: '' })),
  fc.integer({ min: 1, max: 60 }).map((value): TimeLimit => ({ value, unit: 'DAY', basis: '' })),
  fc.constant<TimeLimit>({ value: 0, unit: 'SAME_DAY', basis: '' }),
);
const which = fc.constantFrom(...calendars);
const foreign = fc.option(
  fc.record({ competentOffice: fc.constant('phường Cao Lãnh'), competentReceivedAt: fc.constant(null) }),
  { nil: undefined },
);
const RUNS = { numRuns: 400 };

function request(receivedAt: string, timeLimit: TimeLimit, phiDiaGioi?: DueRequest['phiDiaGioi']): DueRequest {
  const base = { receivedAt, limit: timeLimit, procedure: { code: '1.004873' }, channel: 'DIRECT' } as const;
  return phiDiaGioi === undefined ? base : { ...base, phiDiaGioi };
}

/** The due moment; past the calendar it is later than any. */
function dueAt(asked: DueRequest, calendar: (typeof calendars)[number]): string {
  const due = computeDueDate(asked, calendar);
  return due.kind === 'date' ? due.at : '9999';
}

/** The computed date; a case past the calendar is drawn again. */
function dated(asked: DueRequest, calendar: (typeof calendars)[number]): DueOnDate {
  const due = computeDueDate(asked, calendar);
  fc.pre(due.kind === 'date');
  if (due.kind !== 'date') throw new Error('fc.pre lets no other through');
  return due;
}

test('more days asked never give an earlier date', () => {
  fc.assert(
    fc.property(moment, limit, fc.integer({ min: 1, max: 20 }), which, foreign, (at, asked, more, calendar, other) => {
      fc.pre(asked.unit !== 'SAME_DAY');
      const longer = { ...asked, value: (asked.value ?? 0) + more };
      expect(dueAt(request(at, longer, other), calendar) >= dueAt(request(at, asked, other), calendar)).toBe(true);
    }),
    RUNS,
  );
});

test('a later receipt never gives an earlier date', () => {
  fc.assert(
    fc.property(moment, fc.nat({ max: 400_000 }), limit, which, foreign, (at, later, asked, calendar, other) => {
      const second = localDateTime((Date.parse(`${at}+07:00`) / 1000 + later) * 1000);
      expect(dueAt(request(second, asked, other), calendar) >= dueAt(request(at, asked, other), calendar)).toBe(true);
    }),
    RUNS,
  );
});

test('the due moment is after receipt, on a day certain to be worked, at the end of its last session', () => {
  fc.assert(
    fc.property(moment, limit, which, foreign, (at, asked, calendar, other) => {
      const due = dated(request(at, asked, other), calendar);
      expect(due.at > at).toBe(true);
      expect(calendar.isWorkingDay(due.date)).toBe(true);
      expect(calendar.dayKind(due.date).certainToWork).toBe(true);
      expect(calendar.sessionsOf(due.date).at(-1)?.to).toBe(due.time);
    }),
    RUNS,
  );
});

test('the day strip has every day from receipt to the due day once, and counts to the limit', () => {
  fc.assert(
    fc.property(moment, limit, which, foreign, (at, asked, calendar, other) => {
      const due = dated(request(at, asked, other), calendar);
      const first = at.slice(0, 10);
      expect(due.days.map((d) => d.date)).toEqual(
        Array.from({ length: daysBetween(first, due.date) + 1 }, (_, i) => addDays(first, i)),
      );
      expect(due.days.flatMap((d) => d.n ?? [])).toEqual(Array.from({ length: due.limit.value }, (_, i) => i + 1));
      expect(due.days.filter((d) => d.role === 'due').map((d) => d.date)).toEqual([due.date]);
      expect(due.days.filter((d) => d.role === 'off' && d.reason === null)).toEqual([]);
    }),
    RUNS,
  );
});

/** Replays the sentences alone: walks from the start day, leaves out what they leave out, moves on where they say. */
function replay(due: DueOnDate): string {
  const dates = (code: string): readonly string[] =>
    due.steps.filter((s) => s.code === code).flatMap((s) => (Array.isArray(s.params['days']) ? s.params['days'] : []));
  const skipped = new Set(dates('skip'));
  let date = due.startAt.slice(0, 10);
  if (due.limit.unit === 'SAME_DAY') {
    if (due.steps.some((s) => s.code === 'same-day')) return date;
    do date = addDays(date, 1);
    while (skipped.has(date));
    return date;
  }
  for (let n = 0; n < due.limit.value;) {
    date = addDays(date, 1);
    if (!skipped.has(date)) n += 1;
  }
  return dates('roll').at(-1) ?? date;
}

test('the sentences add up to the date', () => {
  fc.assert(
    fc.property(moment, limit, which, foreign, (at, asked, calendar, other) => {
      const due = dated(request(at, asked, other), calendar);
      expect(replay(due)).toBe(due.date);
    }),
    { numRuns: 1500 },
  );
});

test('every date past the official calendar, and every one that counts a doubtful day, warns', () => {
  fc.assert(
    fc.property(moment, limit, which, (at, asked, calendar) => {
      const due = dated(request(at, asked), calendar);
      const doubtful = due.days.some((d) => calendar.dayKind(d.date).status !== 'confirmed');
      expect(due.certainty).toBe(doubtful || due.date > data.officialUntil ? 'warning' : 'certain');
    }),
    RUNS,
  );
});
