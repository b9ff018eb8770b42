import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { calmTurns, shuffled, turns, workApart } from '../../tests/harness/desks-apart.ts';
import { meaning, type Written } from '../../tests/harness/dossier-history.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf } from '../calendar/civil-date.ts';
import { processingClock } from '../calendar/processing-clock.ts';
import { canonical, type Json } from '../log/canonical.ts';
import { foldDossier, type DossierView } from './fold.ts';
import { historyOf, type History } from './history.ts';
import { play } from './judge.ts';
import type { DossierEventType } from './events.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));
const runs = { numRuns: 250 };
const anyDay = fc.oneof(turns, calmTurns);

/** The law as it is told, apart from the program: what must not stand twice, or beside another, unseen. */
const onlyOne: readonly (readonly DossierEventType[])[] = [
  ['dossier.received'],
  ['dossier.supplementRequested', 'dossier.financialRequested'],
  ['dossier.supplemented'],
  ['dossier.extended'],
  ['dossier.finished', 'dossier.stopped', 'dossier.cancelled', 'dossier.refused'],
  ['dossier.returned', 'dossier.archived'],
  ['dossier.supplementRequested', 'dossier.extended'],
  ['dossier.supplementRequested', 'dossier.finished'],
  ['dossier.finished', 'dossier.extended'],
  ['dossier.cancelled', 'dossier.stepSet'],
];

/** Whether neither had seen the other: by `after`, or by the paper that went from hand to hand with no line. */
function apart({ past }: History, a: Written, b: Written): boolean {
  const sees = (from: Written, to: Written): boolean => past.get(from.envelope.id)?.has(to.envelope.id) === true;
  return !sees(a, b) && !sees(b, a);
}

function clashes(all: readonly Written[], history: History): [Written, Written][] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => onlyOne.some((set) => set.includes(a.event.type) && set.includes(b.event.type)))
      .filter((b) => a.event.type !== 'dossier.stepSet' || b.event.type !== 'dossier.stepSet')
      .filter((b) => apart(history, a, b))
      .map((b): [Written, Written] => [a, b]),
  );
}

const isFlagged = (view: DossierView, id: string): boolean => view.flags.some((flag) => flag.events.includes(id));

/** It is shown itself; or it has no effect, because what it rests on has none, and that is shown. */
function isTold(
  view: DossierView,
  { past }: History,
  idle: ReadonlySet<string>,
  { envelope: { id } }: Written,
): boolean {
  const isOfIdle = [...(past.get(id) ?? [])].some((each) => idle.has(each) && isFlagged(view, each));
  return isFlagged(view, id) || (idle.has(id) && isOfIdle);
}

test('after everything has been exchanged, every clash is flagged', () => {
  let met = 0;
  fc.assert(
    fc.property(turns, (plan) => {
      const all = workApart(plan);
      const view = foldDossier('d', all);
      fc.pre(view !== null);
      const history = historyOf(all);
      const { idle } = play(history);
      const pairs = clashes(all, history);
      met += pairs.length;
      const untold = pairs.filter((pair) => !pair.some((each) => isTold(view, history, idle, each)));
      expect(untold.map((pair) => pair.map(({ event }) => event.type))).toEqual([]);
    }),
    runs,
  );
  expect(met).toBeGreaterThan(50);
});

test('what is not flagged is lawful: nothing twice that may be once, no end beside another', () => {
  fc.assert(
    fc.property(calmTurns, (plan) => {
      const all = workApart(plan);
      const view = foldDossier('d', all);
      fc.pre(view !== null && view.flags.every((flag) => flag.kind === 'paper-missing'));
      const times = (type: DossierEventType, approved: boolean): number =>
        all.filter((each) => each.event.type === type && (each.envelope.approvedBy !== null) === approved).length;
      expect(times('dossier.received', false)).toBeLessThanOrEqual(1);
      expect(times('dossier.supplementRequested', false)).toBeLessThanOrEqual(1);
      expect(times('dossier.extended', false)).toBeLessThanOrEqual(1);
      expect(times('dossier.returned', false) + times('dossier.archived', false)).toBeLessThanOrEqual(1);
      expect(times('dossier.stopped', false) * times('dossier.finished', false)).toBe(0);
      const { state, result, clock } = view;
      expect(state !== 'returned' || result.finished !== null).toBe(true);
      expect(clock.pausedSince === null || ['supplement', 'financial', 'withdrawing'].includes(state)).toBe(true);
      expect(!['finished', 'returned', 'stopped', 'cancelled'].includes(state) || clock.endedAt !== null).toBe(true);
    }),
    runs,
  );
});

test('one desk alone is never flagged', () => {
  fc.assert(
    fc.property(turns, (plan) => {
      const alone = plan.flatMap((turn) => (turn.kind === 'act' ? [{ ...turn, desk: 0 }] : []));
      const view = foldDossier('d', workApart(alone));
      expect((view?.flags ?? []).filter((flag) => flag.kind !== 'paper-missing')).toEqual([]);
    }),
    runs,
  );
});

test('machines that know the same events hold the same bytes, whatever came first', () => {
  fc.assert(
    fc.property(
      turns.map((plan) => workApart(plan)).chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      ([all, other]) => {
        const bytes = (events: readonly Written[]): string =>
          // A view is made of the JSON of its events.
          canonical(foldDossier('d', events) as unknown as Json);
        expect(bytes(other)).toBe(bytes(all));
      },
    ),
    runs,
  );
});

test('whether something is shown does not hang on which log comes first; what is not shown means the same', () => {
  fc.assert(
    fc.property(anyDay, (plan) => {
      const one = workApart(plan);
      const names = new Map([
        ['a', 'z'],
        ['b', 'y'],
        ['c', 'x'],
      ]);
      const renamed = one.map((each) => ({
        ...each,
        envelope: { ...each.envelope, log: names.get(each.envelope.log) ?? '' },
      }));
      const [left, right] = [foldDossier('d', one), foldDossier('d', renamed)];
      expect(left === null).toBe(right === null);
      fc.pre(left !== null && right !== null);
      const isShown = (view: DossierView): boolean => view.flags.some((flag) => flag.kind !== 'paper-missing');
      expect(isShown(right)).toBe(isShown(left));
      const told = (view: DossierView): unknown => (isShown(view) ? null : meaning(view));
      expect(told(right)).toEqual(told(left));
    }),
    runs,
  );
});

test('no clock runs while it stands still', () => {
  let met = 0;
  fc.assert(
    fc.property(turns, fc.integer({ min: 1, max: 20 }), (plan, days) => {
      const all = workApart(plan);
      for (let n = 1; n <= all.length; n++) {
        const view = foldDossier('d', all.slice(0, n));
        const since = view?.clock.pausedSince ?? null;
        if (view === null || since === null || view.clock.marks.length === 0) continue;
        met += 1;
        const last = view.clock.marks.at(-1)?.at ?? since;
        const from = last > since ? last : since;
        const [now, later] = [from, `${addDays(dateOf(from), days)}T16:00:00`].map((at) =>
          processingClock(view.clock.marks, calendar, at),
        );
        expect(now).toMatchObject({ state: 'paused', dueAt: null });
        expect(later?.used).toBe(now?.used);
        expect(view.clock.dueAt).toBeNull();
      }
    }),
    runs,
  );
  expect(met).toBeGreaterThan(50);
});
