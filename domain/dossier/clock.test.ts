import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { bodies, doing, holders, received, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { processingClock } from '../calendar/processing-clock.ts';
import type { DossierView } from './fold.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));
const elsewhere: Doing = { type: 'dossier.received', body: { ...received, competentOffice: 'xa-30169' } };
const arrives: Doing = {
  type: 'dossier.handoverAccepted',
  body: {
    ...bodies['dossier.handoverAccepted'](1),
    batch: null,
    by: { ...holders.unit, office: 'xa-30169' },
    missing: [],
    at: '2026-11-04T08:00:00',
  },
};
const kinds = (view: DossierView): unknown => view.clock.marks.map((mark) => [mark.kind, mark.at]);
const used = (view: DossierView, now: string): number => processingClock(view.clock.marks, calendar, now).used;
const correct = (
  change: (typeof bodies)['dossier.corrected'] extends (n: number) => { change: infer C } ? C : never,
): Doing => ({
  type: 'dossier.corrected',
  body: { ...bodies['dossier.corrected'](1), change },
});

test('another office decides: its clock begins once it has the paper, the promise stays', () => {
  const before = viewOf(line('a', [elsewhere]));
  expect(before.clock).toMatchObject({ marks: [], dueAt: received.due.at, firstDue: received.due.at });
  const after = viewOf(line('a', [elsewhere, arrives]));
  expect(kinds(after)).toEqual([['start', '2026-11-04T08:00:00']]);
  expect(after.clock.dueAt).toBe(received.due.at);
});

test('paper that comes while the citizen is waited for starts a clock that stands still', () => {
  const view = viewOf(line('a', [elsewhere, doing('dossier.supplementRequested', 1), arrives]));
  expect(kinds(view)).toEqual([
    ['start', '2026-11-04T08:00:00'],
    ['pause', '2026-11-04T08:00:00'],
  ]);
  expect(used(view, '2026-11-20T16:00:00')).toBe(used(view, '2026-11-04T09:00:00'));
});

test('asked and answered before the paper came: the new date holds, and the clock begins with the paper', () => {
  const view = viewOf(
    line('a', [elsewhere, doing('dossier.supplementRequested', 1), doing('dossier.supplemented', 1), arrives]),
  );
  expect(kinds(view)).toEqual([['start', '2026-11-04T08:00:00']]);
  expect(view.clock).toMatchObject({ dueAt: '2026-12-02T17:00:00', pausedSince: null });
});

test('waiting uses no days: a supplement begins again from nothing, a payment goes on', () => {
  const asked = viewOf(line('a', waysTo.supplement));
  expect(used(asked, '2026-11-03T10:00:00')).toBe(used(asked, '2026-11-19T10:00:00'));
  const late = (type: 'dossier.supplemented' | 'dossier.financialFulfilled'): Doing =>
    type === 'dossier.supplemented'
      ? { type, body: { ...bodies[type](9), at: '2026-11-19T10:00:00' } }
      : { type, body: { ...bodies[type](9), at: '2026-11-19T10:00:00' } };
  const answered = viewOf(line('a', [...waysTo.supplement, late('dossier.supplemented')]));
  expect(used(answered, '2026-11-20T10:00:00')).toBe(1);
  const paid = viewOf(line('a', [...waysTo.financial, late('dossier.financialFulfilled')]));
  expect(used(paid, '2026-11-20T10:00:00')).toBe(2);
});

test('a corrected date is the first promise; one given since stays', () => {
  const due = { ...received.due, at: '2026-11-06T17:00:00' };
  const fresh = viewOf(line('a', [...waysTo.received, correct({ due })]));
  expect(fresh.clock).toMatchObject({ firstDue: due.at, dueAt: due.at });
  expect(fresh.clock.marks[0]).toMatchObject({ kind: 'start', at: received.receivedAt, frozen: '2026-11-06' });
  const extended = viewOf(line('a', [...waysTo.processing, doing('dossier.extended', 1), correct({ due })]));
  expect(extended.clock).toMatchObject({ firstDue: due.at, dueAt: '2026-12-02T17:00:00', extensions: 1 });
  const waiting = viewOf(line('a', [...waysTo.supplement, correct({ due })]));
  expect(waiting.clock).toMatchObject({ firstDue: due.at, dueAt: null, pausedFor: 'supplement' });
});

test('another competent office: its clock begins with its own taking, none before', () => {
  const moved = correct({ competentOffice: 'xa-30169' });
  expect(viewOf(line('a', [...waysTo.received, moved])).clock).toMatchObject({ marks: [], dueAt: received.due.at });
  expect(kinds(viewOf(line('a', [...waysTo.received, arrives, moved])))).toEqual([['start', '2026-11-04T08:00:00']]);
  const back = correct({ competentOffice: received.receivingOffice });
  expect(kinds(viewOf(line('a', [elsewhere, back])))).toEqual([['start', received.receivedAt]]);
});

test('what ended is not moved by a correction', () => {
  const due = { ...received.due, at: '2026-11-06T17:00:00' };
  const way: Doing[] = [...waysTo.finished, { ...correct({ due }), approved: true }];
  expect(viewOf(line('a', way)).clock).toEqual(viewOf(line('a', waysTo.finished)).clock);
});

test('the fast lane promises no date', () => {
  expect(viewOf(line('a', waysTo.done)).clock.endedAt).toBeNull();
  const at: Doing = {
    type: 'dossier.received',
    body: { ...received, fastLane: true, due: { ...received.due, at: null } },
  };
  expect(viewOf(line('a', [at])).clock).toMatchObject({ marks: [], dueAt: null, firstDue: null });
});
