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
import { pageDays, pageMarks } from './page-days.ts';
import type { DossierView } from './view.ts';

const three = { value: 3, unit: 'WORKING_DAY' } as const;
const line = (view: DossierView, today: string): string =>
  pageDays(view, today, calendar)
    .map((day) => `${day.date.slice(8)} ${day.kind}`)
    .join(', ');
const names = (view: DossierView, today: string): string[] =>
  pageMarks(view, today).map(
    ({ words, from, to }) => `${words.vi}: ${from.slice(5)}${to === null ? '' : `–${to.slice(5)}`}`,
  );

test('a holiday in the week is a day off, days up to today are used, the rest is left', () => {
  const view = viewAfter(receivedWith('2026-11-20T09:00:00', three));
  expect(line(view, '2026-11-25')).toBe('20 received, 23 used, 24 off, 25 used, 26 left');
  expect(names(view, '2026-11-25')).toEqual(['Hẹn trả 26/11: 11-26', 'Nhận 20/11: 11-20']);
});

test('after the due day the line goes on to today, until the work ends', () => {
  const received = receivedWith('2026-11-17T09:00:00', three);
  expect(line(viewAfter(received), '2026-11-25')).toBe(
    '17 received, 18 used, 19 used, 20 used, 23 over, 24 off, 25 over',
  );
  const finished: Happened = {
    type: 'dossier.finished',
    body: { outcome: 'granted', papers: [], reason: '', legalBasis: '', signatory: 'A', at: '2026-11-19T09:00:00' },
  };
  expect(line(viewAfter(received, finished), '2026-12-25')).toBe('17 received, 18 used, 19 used, 20 left');
});

test('waits are days of their own; an apology leaves the first day in view', () => {
  const view = viewAfter(
    receivedWith('2026-11-10T09:00:00', { value: 5, unit: 'WORKING_DAY' }),
    dutyAsked('2026-11-11T10:00:00'),
    {
      type: 'dossier.financialFulfilled',
      body: {
        evidence: 'biên lai',
        due: { at: '2026-11-19T17:00:00', calendarVersion: 'x', enteredBecause: null },
        at: '2026-11-13T10:00:00',
      },
    },
    extendedTo('2026-11-18T08:00:00', '2026-11-23T17:00:00'),
  );
  expect(line(view, '2026-11-19')).toBe(
    '10 received, 11 used, 12 paused, 13 paused, 16 used, 17 used, 18 used, 19 used, 20 left, 23 left',
  );
  expect(names(view, '2026-11-19')).toEqual([
    'Hẹn lại 23/11: 11-23',
    'Nhận 10/11: 11-10',
    'Hẹn đầu 19/11: 11-19',
    'Tạm dừng, chờ nộp: 11-12–11-13',
  ]);
});

test('while the citizen is waited for no day is promised', () => {
  const view = viewAfter(receivedWith('2026-11-16T09:00:00', three), asked('2026-11-17T10:00:00'));
  expect(line(view, '2026-11-19')).toBe('16 received, 17 used, 18 paused, 19 paused');
  expect(names(view, '2026-11-19')).toEqual(['Nhận 16/11: 11-16', 'Tạm dừng, chờ bổ sung: 11-18–11-19']);
});

test('without a promise, past the calendar or over five months there is no line', () => {
  const plain = receivedWith('2026-11-16T09:00:00', three);
  const open = viewAfter({ ...plain, due: { ...plain.due, at: null, limit: null } });
  expect([line(open, '2026-11-19'), names(open, '2026-11-19')]).toEqual(['', []]);
  expect(line(viewAfter(receivedWith('2026-01-05T09:00:00', three)), '2026-11-23')).toBe('');
  expect(line(viewAfter(plain), '2099-01-06')).toBe('');
});
