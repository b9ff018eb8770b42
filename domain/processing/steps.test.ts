import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, calendar, dutyAsked, extendedTo, receivedWith, viewAfter } from '../../tests/harness/history.ts';
import { addDays, dateOf } from '../calendar/civil-date.ts';
import { extensionUntil, supplementUntil } from './last-days.ts';
import { stepsFor, type StepKind, type StepView } from './steps.ts';

/** Thursday 19/11/2026; three working days end on Wednesday 25/11, because Tuesday 24/11 is a holiday. */
const THURSDAY = '2026-11-19T08:30:00';
const MONDAY = '2026-11-23T10:42:00';
const fresh = viewAfter(receivedWith(THURSDAY, { value: 3, unit: 'WORKING_DAY' }));

const of = (view: StepView, kind: StepKind, now: string) => {
  const step = stepsFor(view, calendar, now).find((each) => each.kind === kind);
  if (step === undefined) throw new Error(kind);
  return step;
};
const said = (view: StepView, kind: StepKind, now: string): [string, string] => {
  const step = of(view, kind, now);
  return [step.may, step.words.vi];
};

test('a household business received on Thursday 19/11, as it stands on Monday 23/11', () => {
  const monday = (kind: StepKind) => said(fresh, kind, MONDAY);
  expect(monday('supplement')).toEqual(['allowed', 'Được đến hết thứ Tư 25/11, còn 1 lần']);
  expect(monday('opinion')).toEqual(['allowed', 'Hạn vẫn chạy trong lúc chờ']);
  expect(monday('extend')).toEqual(['allowed', 'Được đến hết hôm nay, còn 1 lần']);
  expect(monday('decline')).toEqual(['allowed', 'Được đến hết thứ Tư 25/11, phải nêu lý do']);
  expect(monday('stop')).toEqual(['override', 'Chỉ khi người nộp có đơn xin rút']);
  expect(monday('financial')).toEqual(['allowed', 'Hạn tạm dừng cho đến khi nộp xong']);
  expect(monday('finish')).toEqual(['allowed', 'Được đến hết thứ Tư 25/11']);
});

test.each([
  // [received, due, last day of the apology]: the day before the due day, or the last working day before it.
  ['2026-11-19T08:30:00', '2026-11-25', '2026-11-23'],
  ['2026-11-20T08:30:00', '2026-11-26', '2026-11-25'],
  ['2026-11-25T08:30:00', '2026-11-30', '2026-11-27'],
  ['2026-12-29T08:30:00', '2027-01-04', '2026-12-31'],
])('received %s, due %s: the apology is in time until %s', (receivedAt, due, last) => {
  const view = viewAfter(receivedWith(receivedAt, { value: 3, unit: 'WORKING_DAY' }));
  expect(dateOf(view.clock.dueAt ?? '')).toBe(due);
  expect(extensionUntil(view, calendar)).toBe(last);
  expect(of(view, 'extend', `${last}T23:59:59`).may).toBe('allowed');
  expect(of(view, 'extend', `${addDays(last, 1)}T00:00:00`)).toMatchObject({
    may: 'override',
    breaks: ['late-extension'],
  });
});

test('a supplement is counted from the competent office, where another one received', () => {
  const body = receivedWith(THURSDAY, { value: 10, unit: 'WORKING_DAY' }, { competentOffice: 'xa-29869' });
  const holder = { kind: 'unit', office: 'xa-29869', place: 'Phòng Kinh tế', user: 'u', name: 'U' } as const;
  const there = viewAfter(body, {
    type: 'dossier.handoverAccepted',
    body: {
      batch: null,
      purpose: 'transfer',
      by: holder,
      papers: [],
      missing: [],
      seenOnSlip: null,
      at: '2026-11-23T08:00:00',
    },
  });
  expect(supplementUntil(there, calendar)).toBe('2026-11-27');
});

test('once is once: a second request and a second new date need a supervisor', () => {
  const answered = viewAfter(
    receivedWith(THURSDAY, { value: 3, unit: 'WORKING_DAY' }),
    asked('2026-11-20T09:00:00'),
    {
      type: 'dossier.supplemented',
      body: {
        papers: [],
        due: { at: '2026-11-27T17:00:00', calendarVersion: 'x', enteredBecause: null },
        at: '2026-11-23T08:00:00',
      },
    },
    extendedTo('2026-11-23T09:00:00', '2026-12-01T17:00:00'),
  );
  expect(of(answered, 'supplement', MONDAY)).toMatchObject({ may: 'override', breaks: ['second-round'], left: 0 });
  expect(of(answered, 'extend', MONDAY)).toMatchObject({ may: 'override', breaks: ['second-extension'], left: 0 });
  expect(said(answered, 'extend', MONDAY)[1]).toBe('Đã gia hạn 1 lần, phải có người duyệt');
});

test('while the citizen is waited for nothing is granted, and no new date is given', () => {
  const waiting = viewAfter(receivedWith(THURSDAY, { value: 3, unit: 'WORKING_DAY' }), asked('2026-11-20T09:00:00'));
  expect(of(waiting, 'finish', MONDAY)).toMatchObject({ may: 'override', breaks: ['granted-while-waiting'] });
  expect(of(waiting, 'decline', MONDAY).may).toBe('allowed');
  expect(said(waiting, 'extend', MONDAY)).toEqual(['never', 'Hạn đang tạm dừng']);
  expect(said(waiting, 'financial', MONDAY)).toEqual(['never', 'Hồ sơ đang ở bước “Chờ bổ sung”']);
});

test('a withdrawal opens the stop, and shuts the rest', () => {
  const withdrawing = viewAfter(receivedWith(THURSDAY, { value: 3, unit: 'WORKING_DAY' }), {
    type: 'dossier.withdrawalRequested',
    body: { by: 'Mai Thị Xuân', reason: 'đổi ý', at: '2026-11-23T09:00:00' },
  });
  expect(said(withdrawing, 'stop', MONDAY)).toEqual(['allowed', 'Có đơn xin rút thứ Hai 23/11']);
  expect(of(withdrawing, 'supplement', MONDAY).may).toBe('never');
  expect(of(withdrawing, 'finish', MONDAY)).toMatchObject({ may: 'override', breaks: ['out-of-place'] });
});

test('what is finished stays finished', () => {
  const finished = viewAfter(receivedWith(THURSDAY, { value: 3, unit: 'WORKING_DAY' }), {
    type: 'dossier.finished',
    body: { outcome: 'granted', papers: [], reason: '', legalBasis: '', signatory: 'A', at: MONDAY },
  });
  expect(stepsFor(finished, calendar, MONDAY).every((step) => step.may === 'never')).toBe(true);
});

const DAYS = fc.integer({ min: 0, max: 340 }).map((n) => addDays('2026-01-05', n));
const TIMES = fc.constantFrom('07:30:00', '10:42:00', '16:59:00');

test('the last day of an apology is a working day before the due day, and none lies between that is one', () => {
  fc.assert(
    fc.property(DAYS, TIMES, fc.integer({ min: 1, max: 30 }), (day, time, value) => {
      const view = viewAfter(receivedWith(`${day}T${time}`, { value, unit: 'WORKING_DAY' }));
      const due = dateOf(view.clock.dueAt ?? '');
      const last = extensionUntil(view, calendar) ?? '';
      expect(last < due && calendar.isWorkingDay(last)).toBe(true);
      expect(calendar.workingDaysBetween(last, addDays(due, -1))).toBe(0);
    }),
  );
});

test('a supplement may be asked for on the third working day and needs an approval after it', () => {
  fc.assert(
    fc.property(DAYS, TIMES, fc.integer({ min: 1, max: 30 }), (day, time, value) => {
      const view = viewAfter(receivedWith(`${day}T${time}`, { value, unit: 'WORKING_DAY' }));
      const last = supplementUntil(view, calendar) ?? '';
      expect(calendar.workingDaysBetween(day, last)).toBeGreaterThanOrEqual(3);
      expect(calendar.workingDaysBetween(day, addDays(last, -1))).toBeLessThanOrEqual(3);
      expect(of(view, 'supplement', `${last}T23:59:59`).may).toBe('allowed');
      expect(of(view, 'supplement', `${addDays(last, 1)}T00:00:01`).breaks).toEqual(['late-supplement-request']);
    }),
  );
});

test('a wait for money shuts the supplement and the second duty', () => {
  const paying = viewAfter(
    receivedWith(THURSDAY, { value: 27, unit: 'WORKING_DAY' }),
    dutyAsked('2026-11-20T09:00:00'),
  );
  expect(said(paying, 'supplement', MONDAY)).toEqual(['never', 'Hồ sơ đang ở bước “Chờ nghĩa vụ tài chính”']);
  expect(of(paying, 'financial', MONDAY).may).toBe('never');
  expect(of(paying, 'opinion', MONDAY).may).toBe('allowed');
});
