import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { computeDueDate, type DueRequest, type TimeLimit } from './due-date.ts';

const data = calendarSchema.parse(shipped);
const calendar = createCalendar(data);
const working = (value: number): TimeLimit => ({ value, unit: 'WORKING_DAY', basis: 'test' });
const ask = (receivedAt: string, limit: TimeLimit | null, more: Partial<DueRequest> = {}): DueRequest => ({
  receivedAt,
  limit,
  procedure: { code: '1.004873' },
  channel: 'DIRECT',
  ...more,
});
const due = (request: DueRequest, on = calendar) => {
  const result = computeDueDate(request, on);
  if (result.kind !== 'date') throw new Error(result.reason.en);
  return result;
};
const sentences = (request: DueRequest): readonly string[] => due(request).steps.map((s) => s.text.vi);

test('the receipt screen’s example reads as drawn', () => {
  const result = due(ask('2026-11-23T10:42:00', working(3)));
  expect(result).toMatchObject({ at: '2026-11-27T17:00:00', time: '17:00', certainty: 'certain', warnings: [] });
  expect(result.steps.map((s) => [s.text.vi, s.emphasis.map((e) => e.vi)])).toEqual([
    ['Thời hạn 3 ngày làm việc, nộp trực tiếp (1.004873)', ['3 ngày làm việc']],
    ['Đếm từ ngày sau ngày nhận: không tính T2 23/11', ['không tính T2 23/11']],
    ['Bỏ qua T3 24/11, Ngày Văn hóa Việt Nam', ['T3 24/11, Ngày Văn hóa Việt Nam']],
  ]);
  expect(result.steps.map((s) => s.text.en)).toEqual([
    'Time limit 3 working days, filed in person (1.004873)',
    'Counted from the day after receipt: Mon 23/11 is not counted',
    'Skipping Tue 24/11, Vietnam Culture Day',
  ]);
  expect(result.days.map((d) => [d.date.slice(8), d.role, d.n])).toEqual([
    ['23', 'received', null],
    ['24', 'off', null],
    ['25', 'counted', 1],
    ['26', 'counted', 2],
    ['27', 'due', 3],
  ]);
});

test('weekends are one sentence, Tết is one sentence', () => {
  expect(sentences(ask('2026-02-10T10:00:00', working(22))).slice(2)).toEqual([
    'Bỏ qua 10 ngày cuối tuần, từ T7 14/02 đến CN 15/03',
    'Bỏ qua T2 16/02 đến T6 20/02, Tết Nguyên đán Bính Ngọ',
  ]);
  expect(sentences(ask('2026-11-26T10:00:00', working(3))).slice(2)).toEqual(['Bỏ qua T7 28/11, CN 29/11, cuối tuần']);
});

test('an ordinary weekend is narrow in the day strip, a holiday on a Sunday is not', () => {
  const cells = due(ask('2026-04-24T10:00:00', working(1))).days;
  expect(cells.map((d) => [d.date.slice(8), d.role, d.weekend, d.reason?.vi])).toEqual([
    ['24', 'received', false, undefined],
    ['25', 'off', true, 'Cuối tuần'],
    ['26', 'off', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'],
    ['27', 'off', false, 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['28', 'due', false, undefined],
  ]);
});

test('a make-up Saturday that counts is told', () => {
  expect(sentences(ask('2025-04-22T10:00:00', working(5)))).toContain(
    'Tính T7 26/04 là ngày làm việc, làm bù cho 02/5',
  );
});

test('calendar days that end on a day off say so', () => {
  const result = due(ask('2026-11-23T10:00:00', { value: 1, unit: 'DAY', basis: '' }));
  expect(result.steps.at(-1)?.text.vi).toBe(
    'Ngày thứ 1 rơi vào T3 24/11, Ngày Văn hóa Việt Nam: hẹn ngày làm việc kế tiếp, T4 25/11',
  );
});

test('same-day work says why it is today or not', () => {
  const same = { value: 0, unit: 'SAME_DAY', basis: '' } as const;
  expect(sentences(ask('2026-11-23T14:20:00', same))[1]).toBe(
    'Nhận lúc 14 giờ 20, chưa quá 15 giờ 00: hẹn trong ngày T2 23/11',
  );
  expect(sentences(ask('2026-11-23T15:00:01', same)).slice(1)).toEqual([
    'Nhận sau 15 giờ 00: hẹn ngày làm việc kế tiếp, T4 25/11',
    'Bỏ qua T3 24/11, Ngày Văn hóa Việt Nam',
  ]);
  expect(sentences(ask('2026-11-28T09:00:00', same))[1]).toBe(
    'Nhận T7 28/11, cuối tuần: hẹn ngày làm việc kế tiếp, T2 30/11',
  );
});

test('an office that closes at noon does same-day work received later on the next day, and ends it at noon', () => {
  const row = { from: '2026-01-01', to: null, status: 'confirmed', source: 'test' } as const;
  const noon = createCalendar(
    {
      ...data,
      officeHours: [
        ...data.officeHours,
        { ...row, office: 'xa-1', weekdays: null, sessions: [{ from: '07:00', to: '12:00' }] },
      ],
    },
    'xa-1',
  );
  const same = { value: 0, unit: 'SAME_DAY', basis: '' } as const;
  expect(due(ask('2026-11-23T11:59:59', same), noon).at).toBe('2026-11-23T12:00:00');
  expect(due(ask('2026-11-23T12:00:00', same), noon).at).toBe('2026-11-25T12:00:00');
  expect(due(ask('2026-11-23T12:00:00', same), noon).steps[1]?.text.vi).toBe(
    'Nhận sau giờ làm việc T2 23/11: hẹn ngày làm việc kế tiếp, T4 25/11',
  );
});

test('a limit runs on through a closure that does not stop it, and never ends in it', () => {
  const row = { from: '2026-11-26', to: '2026-11-27', status: 'confirmed', source: 'test' } as const;
  const closed = (stopsLimits: boolean) =>
    createCalendar(
      { ...data, closures: [{ ...row, office: 'xa-1', name: { vi: 'Ngập lụt', en: 'Flood' }, stopsLimits }] },
      'xa-1',
    );
  expect(due(ask('2026-11-23T10:00:00', working(3)), closed(false)).date).toBe('2026-11-30');
  expect(due(ask('2026-11-23T10:00:00', working(3)), closed(true)).date).toBe('2026-12-01');
});

test('no usable limit: the officer enters the date', () => {
  const codes = [
    null,
    { value: null, unit: 'UNKNOWN', basis: '', certain: false } as const,
    { value: 5, unit: 'WORKING_DAY', basis: '', certain: false } as const,
    { value: 0, unit: 'WORKING_DAY', basis: '' } as const,
    { value: 2.5, unit: 'DAY', basis: '' } as const,
  ].map((limit) => {
    const result = computeDueDate(ask('2026-11-23T10:00:00', limit), calendar);
    return result.kind === 'ask' ? result.code : result.date;
  });
  expect(codes).toEqual(['no-limit', 'uncertain-limit', 'uncertain-limit', 'no-limit', 'no-limit']);
});

test('past the calendar the officer enters the date, and is told how far it goes', () => {
  const result = computeDueDate(ask('2027-12-20T10:00:00', working(15)), calendar);
  expect(result).toMatchObject({ kind: 'ask', code: 'beyond-calendar' });
  expect(result.kind === 'ask' && result.reason.vi).toContain('31/12/2027');
});

test('computed and unconfirmed days, and dates past the official calendar, give a warning', () => {
  expect(due(ask('2027-01-28T10:00:00', working(15))).warnings.map((w) => w.vi)).toEqual([
    'Ngày nghỉ tự tính, chờ thông báo chính thức: 05/02/2027, …, 11/02/2027. Ngày hẹn có thể lệch.',
    'Lịch nghỉ chính thức mới có đến 31/12/2026. Ngày nghỉ hoán đổi sau đó chưa biết.',
  ]);
  expect(due(ask('2026-01-07T10:00:00', working(5))).warnings.map((w) => w.en)).toEqual([
    'Make-up day or day off not confirmed: 10/01/2026. The due date may shift.',
  ]);
  expect(due(ask('2026-12-24T10:00:00', working(5))).certainty).toBe('certain');
  expect(due(ask('2027-03-01T10:00:00', working(1))).certainty).toBe('warning');
});

test('received for another area: counted from the competent agency’s receipt, or from the last lawful moment', () => {
  const foreign = (receivedAt: string, competentReceivedAt: string | null): DueRequest =>
    ask(receivedAt, working(3), { phiDiaGioi: { competentOffice: 'phường Cao Lãnh', competentReceivedAt } });
  const onTheWay = due(foreign('2026-11-23T16:00:00', null));
  expect(onTheWay).toMatchObject({ startAt: '2026-11-25T07:00:00', date: '2026-11-30', certainty: 'warning' });
  expect(onTheWay.steps[1]?.text.vi).toBe(
    'Phi địa giới: tính hạn từ khi phường Cao Lãnh nhận, chậm nhất 7 giờ 00 T4 25/11',
  );
  expect(onTheWay.days.map((d) => d.role)).toEqual([
    'received',
    'off',
    'off',
    'counted',
    'counted',
    'off',
    'off',
    'due',
  ]);
  expect(due(foreign('2026-11-23T10:00:00', null))).toMatchObject({
    startAt: '2026-11-23T17:00:00',
    date: '2026-11-27',
  });
  expect(due(foreign('2026-11-23T10:00:00', '2026-11-26T09:00:00'))).toMatchObject({
    date: '2026-12-01',
    certainty: 'certain',
  });
  expect(due(foreign('2026-11-23T10:00:00', '2026-11-20T09:00:00')).startAt).toBe('2026-11-23T10:00:00');
});
