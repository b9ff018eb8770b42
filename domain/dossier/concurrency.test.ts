import { describe, expect, test } from 'vitest';
import { bodies, doing, holders, OFFICE, received, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, meaning, viewOf, written, type Written } from '../../tests/harness/dossier-history.ts';
import { clash } from './concurrency.ts';
import { dossierVersions, type DossierEventType } from './events.ts';
import type { DossierView } from './fold.ts';
import { dossierStates } from './states.ts';
import { cellOf } from './table.ts';

// Object.keys gives strings; the object has one key a type.
const types = Object.keys(dossierVersions) as DossierEventType[];

/** Each type twice, saying other things; corrections of every kind, papers that move back, slips that replace one. */
const acts: readonly Doing[] = [
  ...types.flatMap((type) => [doing(type, 1), doing(type, 2)]),
  ...[1, 2].map((n): Doing => ({
    type: 'dossier.corrected',
    body: {
      ...bodies['dossier.corrected'](n),
      change: { due: { ...received.due, at: `2026-12-1${n}T17:00:00` } },
    },
  })),
  {
    type: 'dossier.corrected',
    body: {
      ...bodies['dossier.corrected'](3),
      change: { competentOffice: 'xa-30169', processingUnit: 'Phòng Văn hóa' },
    },
  },
  { type: 'dossier.corrected', body: { ...bodies['dossier.corrected'](4), change: { resultWay: 'post' } } },
  ...['1', '2'].map((n): Doing => ({
    type: 'dossier.handoverAccepted',
    body: {
      ...bodies['dossier.handoverAccepted'](8),
      batch: null,
      by: { ...holders.unit, office: 'xa-30169', place: `Phòng ${n}` },
      missing: [],
    },
  })),
  ...[5, 6].map((n): Doing => ({
    type: 'dossier.slipIssued',
    body: { ...bodies['dossier.slipIssued'](n), voids: bodies['dossier.slipIssued'](0).slipId },
  })),
  {
    type: 'dossier.slipIssued',
    body: {
      ...bodies['dossier.slipIssued'](7),
      copyOf: { slipId: bodies['dossier.slipIssued'](0).slipId, reason: 'Mất phiếu' },
    },
  },
  {
    type: 'dossier.finished',
    body: { ...bodies['dossier.finished'](3), outcome: 'granted', reason: '' },
  },
];

/** What both had seen besides the way: a slip, an opinion asked, a scan. */
const more: readonly Doing[] = [
  doing('dossier.slipIssued', 0),
  doing('dossier.opinionAsked', 0),
  doing('dossier.noted'),
];

function both(base: readonly Written[], left: Doing, right: Doing): [DossierView, DossierView] {
  const head = base.at(-1)?.envelope.id;
  const after = head === undefined ? [] : [head];
  // The same two events: `first` and `second` by their logs, or the other way round.
  const pair = (l: string, r: string): DossierView => {
    const named = (event: Written, id: string): Written => ({
      ...event,
      envelope: { ...event.envelope, id, actor: id },
    });
    return viewOf([...base, named(written(l, 1, after, left), 'left'), named(written(r, 1, after, right), 'right')]);
  };
  return [pair('x', 'y'), pair('y', 'x')];
}

const shown = (view: DossierView): boolean =>
  view.flags.some((flag) => ['two-sides', 'received-twice'].includes(flag.kind) && flag.events.length === 2);

describe.each(dossierStates)('two desks, both at %s', (state) => {
  const way = waysTo[state];
  const extra = more.filter((act) => cellOf(state, act.type) === 'allowed');
  const base = line('a', [...way, ...extra]);
  const lawful = acts
    .filter((act) => cellOf(state, act.type) !== 'flag')
    .map((act): Doing => ({ ...act, approved: true }) as Doing);

  test.each(lawful.map((act, i) => [`${act.type} ${i}`, act] as const))('%s commutes or is flagged', (_name, left) => {
    for (const right of lawful) {
      const [one, other] = both(base, left, right);
      expect([left.type, right.type, shown(one)]).toEqual([left.type, right.type, shown(other)]);
      // The same thing done twice is one history, whichever is called left.
      const told = (view: DossierView): unknown => (shown(view) || left === right ? null : meaning(view));
      expect(told(one)).toEqual(told(other));
    }
  });
});
test('what is flagged names both, whichever stands first', () => {
  const base = line('a', waysTo.received);
  const [one, other] = both(base, doing('dossier.supplementRequested', 1), doing('dossier.supplementRequested', 2));
  for (const view of [one, other]) {
    expect(view.flags.map((flag) => [flag.kind, [...flag.events].sort()])).toEqual([['two-sides', ['left', 'right']]]);
    expect(view).toMatchObject({ state: 'supplement' });
    expect(view.rounds).toHaveLength(1);
  }
});

test('whether two clash does not depend on who asks first', () => {
  const events = acts.map((act) => written('x', 1, [], act).event);
  for (const a of events) for (const b of events) expect(clash(a, b)).toBe(clash(b, a));
});

test('work begun on what was taken back is shown, and what only one may say', () => {
  const [given] = both(line('a', waysTo.received), doing('dossier.cancelled'), doing('dossier.handoverAccepted', 8));
  expect(given.flags.map((flag) => flag.kind)).toContain('two-sides');
  const [fees] = both(line('a', waysTo.received), doing('dossier.feePaid', 1), doing('dossier.feePaid', 2));
  expect(fees.flags).toEqual([]);
  expect(fees.payments).toHaveLength(2);
});

test('a correction of other fields on each side keeps both', () => {
  const change = (c: (typeof received)['note'], phone: boolean): Doing => ({
    type: 'dossier.corrected',
    body: { ...bodies['dossier.corrected'](1), change: phone ? { resultAddress: c } : { note: c } },
  });
  const [view] = both(line('a', waysTo.received), change('Ấp 1', true), change('Đã gọi', false));
  expect(view).toMatchObject({ flags: [], received: { resultAddress: 'Ấp 1', note: 'Đã gọi' } });
  expect(OFFICE).toBe(view.intake.receivingOffice);
});
