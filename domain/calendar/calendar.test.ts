import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar, type CalendarData } from './calendar.ts';

const data: CalendarData = calendarSchema.parse(shipped);
const calendar = createCalendar(data);
const rule = { from: '2026-06-01', to: null, status: 'confirmed', source: 'test' } as const;

test('a holiday says its name, kind and certainty, in both languages', () => {
  expect(calendar.dayKind('2026-11-24')).toMatchObject({
    kind: 'statutory',
    counts: false,
    status: 'confirmed',
    reason: { vi: 'Nghỉ lễ, Ngày Văn hóa Việt Nam', en: 'Public holiday, Vietnam Culture Day' },
  });
  expect(calendar.dayKind('2027-02-10').reason.vi).toBe('Nghỉ bù Tết Nguyên đán (tự tính)');
  expect(calendar.dayKind('2026-08-31').reason.vi).toBe('Nghỉ hoán đổi dịp Quốc khánh');
  expect(calendar.dayKind('2026-11-28').reason).toEqual({ vi: 'Cuối tuần', en: 'Weekend' });
  expect(calendar.dayKind('2028-01-03').kind).toBe('unknown');
});

test('a Sunday that is a public holiday is told as the holiday', () => {
  expect(calendar.dayKind('2026-04-26')).toMatchObject({ kind: 'statutory', weekly: true, counts: false });
});

test('a confirmed make-up Saturday is worked whole; an unconfirmed one counts but nobody is asked to come', () => {
  expect(calendar.isWorkingDay('2025-04-26')).toBe(true);
  expect(calendar.isReturnDay('2025-04-26')).toBe(true);
  expect(calendar.sessionsOf('2025-04-26')).toHaveLength(2);
  expect(calendar.isWorkingDay('2026-01-10')).toBe(true);
  expect(calendar.isReturnDay('2026-01-10')).toBe(false);
});

test('Saturday morning is open from 2026 on, and is no working day', () => {
  expect(calendar.isOpen('2026-11-28T07:00:00')).toBe(true);
  expect(calendar.isOpen('2026-11-28T11:29:59')).toBe(true);
  expect(calendar.isOpen('2026-11-28T11:30:00')).toBe(false);
  expect(calendar.isOpen('2026-11-28T14:00:00')).toBe(false);
  expect(calendar.isWorkingDay('2026-11-28')).toBe(false);
  expect(calendar.isOpen('2025-11-29T09:00:00')).toBe(false);
  expect(calendar.isOpen('2026-11-29T09:00:00')).toBe(false);
});

test('a Saturday that is a public holiday has no reception', () => {
  expect(calendar.sessionsOf('2027-05-01')).toEqual([]);
});

test('a working day is open in its two sessions', () => {
  expect(
    ['06:59:59', '07:00:00', '11:30:00', '13:30:00', '16:59:59', '17:00:00'].map((t) =>
      calendar.isOpen(`2026-11-23T${t}`),
    ),
  ).toEqual([false, true, false, true, true, false]);
});

test('working days are counted after the first and up to the last, both ways', () => {
  expect(calendar.workingDaysBetween('2026-11-23', '2026-11-27')).toBe(3);
  expect(calendar.workingDaysBetween('2026-11-27', '2026-11-23')).toBe(-3);
  expect(calendar.workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
  expect(calendar.nextWorkingDay('2026-11-23')).toBe('2026-11-25');
  expect(calendar.nextReturnDay('2026-08-21')).toBe('2026-08-24');
  expect(calendar.nextWorkingDay('2027-12-31')).toBeNull();
});

test('a year has the working days of its calendar', () => {
  // 2025: 261 weekdays, 12 of them off, one Saturday made up. 2026: 261, 14 off, two made up. 2027: 261, 12 off.
  expect(calendar.workingDaysBetween('2025-01-01', '2025-12-31')).toBe(261 - 12 + 1);
  expect(calendar.workingDaysBetween('2025-12-31', '2026-12-31')).toBe(261 - 14 + 2);
  expect(calendar.workingDaysBetween('2026-12-31', '2027-12-31')).toBe(261 - 12);
});

test('rules change on their date: hours, cutoff, Saturday reception', () => {
  const changed = createCalendar({
    ...data,
    officeHours: [
      ...data.officeHours,
      { ...rule, office: null, weekdays: null, sessions: [{ from: '08:00', to: '16:30' }] },
    ],
    sameDayCutoff: [...data.sameDayCutoff, { ...rule, time: '14:00:00' }],
    weekendReception: [...data.weekendReception, { ...rule, office: null, weekday: 6, open: false, sessions: [] }],
  });
  expect(changed.sessionsOf('2026-05-29').at(-1)?.to).toBe('17:00');
  expect(changed.sessionsOf('2026-06-01')).toEqual([{ from: '08:00', to: '16:30' }]);
  expect([changed.sameDayCutoff('2026-05-29'), changed.sameDayCutoff('2026-06-01')]).toEqual(['15:00:00', '14:00:00']);
  expect([changed.sessionsOf('2026-05-30').length, changed.sessionsOf('2026-06-06').length]).toEqual([1, 0]);
});

test('an office’s own hours come before those for all, also older ones', () => {
  const own = {
    ...rule,
    from: '2026-01-01',
    office: 'xa-1',
    weekdays: null,
    sessions: [{ from: '07:30', to: '18:00' }],
  };
  const changed: CalendarData = { ...data, officeHours: [...data.officeHours, own] };
  expect(createCalendar(changed, 'xa-1').sessionsOf('2026-11-23')).toEqual(own.sessions);
  expect(createCalendar(changed, 'xa-2').sessionsOf('2026-11-23')).toHaveLength(2);
  expect(createCalendar(changed).sessionsOf('2026-11-23')).toHaveLength(2);
});

test('a closed office receives nobody; whether limits run on is data', () => {
  const closed = (stopsLimits: boolean): CalendarData => ({
    ...data,
    closures: [
      {
        ...rule,
        from: '2026-11-26',
        to: '2026-11-28',
        office: 'xa-1',
        name: { vi: 'Ngập lụt', en: 'Flood' },
        stopsLimits,
      },
    ],
  });
  for (const stops of [true, false]) {
    const office = createCalendar(closed(stops), 'xa-1');
    expect(office.dayKind('2026-11-26')).toMatchObject({ kind: 'office_closed', counts: !stops });
    expect(office.isReturnDay('2026-11-26')).toBe(false);
    expect(office.sessionsOf('2026-11-26')).toEqual([]);
    expect(office.sessionsOf('2026-11-28')).toEqual([]);
    expect(createCalendar(closed(stops), 'xa-2').isReturnDay('2026-11-26')).toBe(true);
  }
});
