import fc from 'fast-check';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { dossierVersions, type CurrentDossierEvent, type DossierEventType } from '../../domain/dossier/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { pending } from '../../domain/dossier/custody.ts';
import { lawBreaks, mayDo } from '../../domain/dossier/law.ts';
import { openers } from '../../domain/dossier/table.ts';
import { doing, holders, type Doing } from './dossier-acts.ts';
import type { Written } from './dossier-history.ts';

/**
 * Desks that work on one dossier with the line down more often than not. Each does only what its own view allows, with
 * an approval where the law wants one; now and then one gets some of another's events, in any order.
 */

// Object.keys gives strings; the object has one key a type.
const types = Object.keys(dossierVersions) as DossierEventType[];

type Turn =
  | { readonly kind: 'act'; readonly desk: number; readonly pick: number; readonly n: number }
  | { readonly kind: 'post'; readonly from: number; readonly to: number; readonly pick: readonly boolean[] };

const DESKS = 3;
const desk = fc.nat({ max: DESKS - 1 });
/** What moves a dossier on comes up more often than what is said beside it. */
const often: readonly DossierEventType[] = [
  ...types,
  'dossier.received',
  'dossier.handedOver',
  'dossier.handoverAccepted',
  'dossier.stepSet',
  'dossier.supplementRequested',
  'dossier.supplemented',
  'dossier.financialRequested',
  'dossier.financialFulfilled',
  'dossier.extended',
  'dossier.finished',
  'dossier.returned',
  'dossier.corrected',
];
const act = fc.record({
  kind: fc.constant('act' as const),
  desk,
  pick: fc.nat({ max: 9999 }),
  n: fc.nat({ max: 9 }),
});
const post = (sent: fc.Arbitrary<boolean>) =>
  fc.record({
    kind: fc.constant('post' as const),
    from: desk,
    to: desk,
    pick: fc.array(sent, { minLength: 30, maxLength: 30 }),
  });
const plan = (line: fc.Arbitrary<Turn>): fc.Arbitrary<readonly Turn[]> =>
  fc.array(line, { minLength: 4, maxLength: 28 });

/** The line down more often than not. */
export const turns = plan(fc.oneof({ weight: 4, arbitrary: act }, { weight: 1, arbitrary: post(fc.boolean()) }));
/** The line up more often than not: most of what is done has been seen by the next. */
export const calmTurns = plan(
  fc.oneof({ weight: 1, arbitrary: act }, { weight: 4, arbitrary: post(fc.constant(true)) }),
);

/** Every event all desks wrote. @param logs names of the desks' logs, by which ties are broken */
export function workApart(day: readonly Turn[], logs: readonly string[] = ['a', 'b', 'c']): Written[] {
  const known: Written[][] = Array.from({ length: DESKS }, () => []);
  const all: Written[] = [];
  day.forEach((turn, step) => {
    if (turn.kind === 'post') {
      const had = new Set(known[turn.to]?.map((each) => each.envelope.id));
      const sent = (known[turn.from] ?? []).filter(
        (each, i) => turn.pick[i % 30] === true && !had.has(each.envelope.id),
      );
      known[turn.to]?.push(...sent);
      return;
    }
    const mine = known[turn.desk] ?? [];
    const view = foldDossier('d', mine);
    const date = addDays('2026-11-02', step);
    const may = often.flatMap((type) => lawful(view, type, turn.n, date) ?? []);
    // Who has taken the paper of a dossier never heard of does not begin one.
    const act = may.filter((each) => mine.length === 0 || view !== null || !openers.has(each.type))[
      turn.pick % may.length
    ];
    if (act === undefined) return;
    const log = logs[turn.desk] ?? '';
    const seq = all.filter((each) => each.envelope.log === log).length + 1;
    // The id says who and when, not which log: renamed logs keep the ids of their events.
    const event = entry(`e${String(turn.desk)}-${String(seq).padStart(3, '0')}`, log, seq, view, act, turn.desk);
    mine.push(event);
    all.push(event);
  });
  return all;
}

function entry(id: string, log: string, seq: number, view: DossierView | null, act: Doing, by: number): Written {
  const version = dossierVersions[act.type];
  return {
    envelope: {
      id,
      log,
      seq,
      after: view?.heads ?? [],
      type: act.type,
      version,
      actor: `u${String(by)}`,
      approvedBy: act.approved === true ? 'u-chief' : null,
      at: { device: seq, offset: null },
    },
    event: { type: act.type, version, body: act.body } as CurrentDossierEvent,
  };
}

/** What an honest desk writes, or null where it may not. */
function lawful(view: DossierView | null, type: DossierEventType, n: number, day: string): Doing | null {
  if (mayDo(view, type) === 'never' || type === 'dossier.settled') return null;
  // Settling is a person's answer to flags; it has its own tests.
  const act = fitted(view, doing(type, n), `${day}T09:00:00`);
  if (act === null) return null;
  const event = { type: act.type, version: dossierVersions[act.type], body: act.body } as CurrentDossierEvent;
  if (lawBreaks(view, event).length === 0) return act;
  const reason = 'Người dân ở xa';
  const body = { ...act.body, ...('override' in act.body ? { override: { reason } } : {}) };
  const said = act.type === 'dossier.received' ? { ...body, note: reason } : body;
  return { ...act, body: said, approved: true } as Doing;
}

/** The same thing as it would be done to this dossier, at this moment; null where there is nothing to do it to. */
function fitted(view: DossierView | null, act: Doing, at: string): Doing | null {
  const id = at.slice(0, 10);
  if (act.type === 'dossier.received') return { ...act, body: { ...act.body, receivedAt: at } };
  if (act.type === 'dossier.submitted') return { ...act, body: { ...act.body, submittedAt: at } };
  if (act.type === 'dossier.feePaid') return { ...act, body: { ...act.body, paymentId: `in ${id}`, at } };
  if (act.type === 'dossier.feeRefunded') return { ...act, body: { ...act.body, paymentId: `out ${id}`, at } };
  if (act.type === 'dossier.notified') return { ...act, body: { ...act.body, messageId: `told ${id}`, at } };
  if (act.type === 'dossier.opinionAsked') return { ...act, body: { ...act.body, opinionId: `asked ${id}`, at } };
  if (act.type === 'dossier.slipIssued') {
    const old = view?.slips.find((each) => each.voidedBy === null)?.slipId ?? null;
    return { ...act, body: { ...act.body, slipId: `slip ${id}`, voids: act.body.madeOffline ? old : null } };
  }
  if (act.type === 'dossier.handedOver') {
    const from = view?.custody.holder ?? null;
    if (view === null || from === null || pending(view.custody) !== null) return null;
    const to = from.kind === 'unit' ? holders.counter : holders.unit;
    return { ...act, body: { ...act.body, from, to, at } };
  }
  if (act.type === 'dossier.handoverAccepted') {
    if (view === null) return { ...act, body: { ...act.body, batch: null, missing: [], at } };
    const open = pending(view.custody);
    if (open === null) return null;
    const missing = act.body.missing.filter((paper) => open.papers.some((each) => each.name === paper.name));
    return { ...act, body: { ...act.body, batch: open.batch, by: open.to, missing, at } };
  }
  if (act.type === 'dossier.opinionReceived' || act.type === 'dossier.opinionReported') {
    const asked = view?.work.opinions.find((each) => each.answer === null);
    return asked === undefined ? null : ({ ...act, body: { ...act.body, opinionId: asked.opinionId, at } } as Doing);
  }
  if (act.type === 'dossier.paperFound') {
    const gone = view?.custody.missing[0];
    return gone === undefined ? null : { ...act, body: { ...act.body, paper: gone.paper, at } };
  }
  if (act.type === 'dossier.digitisedRemoved') {
    const scan = view?.scans.find((each) => each.removedBecause === null);
    return scan === undefined ? null : { ...act, body: { ...act.body, fileId: scan.fileId, at } };
  }
  return { ...act, body: { ...act.body, at } } as Doing;
}

/** Any order of arrival. */
export function shuffled<T extends KnownEvent>(events: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length });
}
