import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { pending, sameHands } from '../dossier/custody.ts';
import type { DossierEvent } from '../dossier/events.ts';
import type { CarriedPaper, Holder } from '../dossier/events/common.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../dossier/fold.ts';
import { heads } from '../log/order.ts';
import { papersFor } from './carried.ts';

/**
 * One dossier's paper goes to and fro between a counter and a unit. Each side writes what it does on a log of its own and
 * may hear of the other never, late, or at once; the paper itself is always in one place.
 */

const OFFICE = 'xa-29905';
const counter: Holder = { kind: 'counter', office: OFFICE, place: 'Quầy 3', user: 'u-1', name: 'Lê Thị Kim Ngân' };
const unit: Holder = { kind: 'unit', office: OFFICE, place: 'Văn phòng', user: 'u-2', name: 'Bùi Thị Thanh Thảo' };

type Doing = { readonly kind: 'give' } | { readonly kind: 'take'; readonly loses: boolean } | { readonly kind: 'hear' };
const doings = fc.array(
  fc.tuple(
    fc.constantFrom('counter', 'unit'),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<Doing>({ kind: 'give' }) },
      { weight: 3, arbitrary: fc.boolean().map((loses): Doing => ({ kind: 'take', loses })) },
      { weight: 2, arbitrary: fc.constant<Doing>({ kind: 'hear' }) },
    ),
  ),
  { maxLength: 24 },
);

interface Lost {
  readonly paper: CarriedPaper;
  readonly giver: Holder;
}

interface Told {
  readonly events: readonly KnownEvent[];
  /** Whose hands it is in, given or not: the last who signed for it. */
  readonly hands: Holder;
  /** The hands it went through, in order. */
  readonly chain: readonly Holder[];
  readonly lost: readonly Lost[];
  readonly last: 'given' | 'taken';
}

function run(steps: readonly (readonly [string, Doing])[], logs: readonly [string, string], withList: boolean): Told {
  const all: KnownEvent[] = [];
  const sides = {
    counter: { me: counter, log: logs[0], seq: 0, knows: new Set<string>() },
    unit: { me: unit, log: logs[1], seq: 0, knows: new Set<string>() },
  };
  type Side = (typeof sides)['counter'];
  const write = (side: Side, event: DossierEvent): void => {
    side.seq += 1;
    const seen = all.filter((each) => side.knows.has(each.envelope.id)).map((each) => each.envelope);
    const id = `${side.log}${side.seq}`;
    const by = { actor: side.me.user, approvedBy: null, at: { device: all.length, offset: null } };
    const { type, version } = event;
    all.push({ envelope: { id, log: side.log, seq: side.seq, after: heads(seen), type, version, ...by }, event });
    side.knows.add(id);
  };
  write(sides.counter, { type: 'dossier.received', version: 1, body: inventedDossier(1, OFFICE) });
  const seenOnSlip = { code: 'H20.57-240101-0002', procedure: '1.001193', due: null, signature: '' };
  const chain: Holder[] = [counter];
  const lost: Lost[] = [];
  let batch = 0;
  let way: { from: Side; papers: readonly CarriedPaper[] } | null = null;
  let where: Side = sides.counter;
  for (const [name, doing] of steps) {
    const side = name === 'unit' ? sides.unit : sides.counter;
    const at = `2026-11-23T08:${String(all.length).padStart(2, '0')}:00`;
    const view = foldDossier(
      'd',
      all.filter((each) => side.knows.has(each.envelope.id)),
    );
    if (doing.kind === 'hear') for (const each of all) side.knows.add(each.envelope.id);
    if (doing.kind === 'give' && way === null && where === side) {
      batch += 1;
      const papers = view === null ? [] : papersFor(view, 'processing');
      const to = side === sides.unit ? { ...counter, kind: 'office' as const } : unit;
      write(side, {
        type: 'dossier.handedOver',
        version: 1,
        body: {
          batch: { id: `b${batch}`, number: batch },
          purpose: side === sides.unit ? 'result' : 'processing',
          from: side.me,
          to,
          papers,
          by: null,
          seenOnSlip: view === null ? seenOnSlip : null,
          at,
        },
      });
      way = { from: side, papers };
    }
    if (doing.kind === 'take' && way !== null && way.from !== side) {
      const listed = view === null ? null : (pending(view.custody)?.papers ?? null);
      const missing = doing.loses && listed !== null ? listed.slice(0, 1) : [];
      write(side, {
        type: 'dossier.handoverAccepted',
        version: 1,
        body: {
          batch: withList ? { id: `b${batch}`, number: batch } : null,
          purpose: side === sides.unit ? 'processing' : 'result',
          by: side.me,
          papers: (listed ?? []).filter((paper) => !missing.includes(paper)),
          missing,
          seenOnSlip: view === null ? seenOnSlip : null,
          at,
        },
      });
      for (const paper of missing) lost.push({ paper, giver: way.from.me });
      chain.push(side.me);
      where = side;
      way = null;
    }
  }
  return { events: all, hands: where.me, chain, lost, last: way === null ? 'taken' : 'given' };
}

function folded(events: readonly KnownEvent[]): DossierView {
  const view = foldDossier('d', events);
  if (view === null) throw new Error('nothing was folded');
  return view;
}

const logs = fc.constantFrom<readonly [string, string]>(['a', 'b'], ['b', 'a']);

test('with lists, any interleaving of two offline desks leaves one chain of hands and nothing to settle', () => {
  fc.assert(
    fc.property(doings, logs, fc.infiniteStream(fc.nat()), (steps, logNames, dice) => {
      const told = run(steps, logNames, true);
      const view = folded(told.events);
      const { custody, flags } = view;
      // The holder is never lost: whoever signed last.
      expect(sameHands(custody.holder ?? unit, told.hands)).toBe(true);
      expect(custody.movements.filter((each) => each.takenAt !== null)).toHaveLength(told.chain.length - 1);
      // Every hand took from the hand before.
      custody.movements.forEach((movement, n) => {
        expect(movement.from !== null && sameHands(movement.from, told.chain[n] ?? unit)).toBe(true);
      });
      expect(pending(custody) === null).toBe(told.last === 'taken');
      expect(flags.filter((flag) => flag.kind !== 'paper-missing')).toEqual([]);
      // Each missing paper is named once with who held it last, though two who had not heard of each other missed it.
      const names = custody.missing.map((each) => each.paper.name);
      expect(names.toSorted()).toEqual([...new Set(told.lost.map((each) => each.paper.name))].toSorted());
      for (const { paper, lastHolder } of custody.missing) {
        const givers = told.lost.filter((each) => each.paper.name === paper.name).map((each) => each.giver.place);
        expect(givers).toContain(lastHolder?.place);
      }
      expect(flags.length > 0).toBe(told.lost.length > 0);
      // Arrival order decides nothing.
      const shuffled = told.events.toSorted(() => ((dice.next().value ?? 0) % 3) - 1);
      expect(JSON.stringify(folded(shuffled))).toBe(JSON.stringify(view));
    }),
    { numRuns: 400 },
  );
});

test('without lists, the holder is who signed last, or the flag says that two places wrote of it', () => {
  fc.assert(
    fc.property(doings, logs, (steps, names) => {
      const told = run(steps, names, false);
      const { custody, flags } = folded(told.events);
      expect(custody.holder).not.toBeNull();
      const isPlain = sameHands(custody.holder ?? unit, told.hands);
      const isFlagged = flags.some((flag) => flag.kind === 'two-sides' || flag.kind === 'custody-gap');
      expect(isPlain || isFlagged).toBe(true);
    }),
    { numRuns: 400 },
  );
});
