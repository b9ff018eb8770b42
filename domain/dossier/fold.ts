import { headsOf, historyOf, setAside, type KnownEvent, type Placed } from './history.ts';
import { play } from './judge.ts';
import { flagKey, type DossierView, type Flag, type SlipView, type StoryLine } from './view.ts';

export type { KnownEvent } from './history.ts';
export type { DossierView } from './view.ts';

/** Grows whenever the same events give another view; a new one rebuilds every view in the background. */
export const FOLD_VERSION = 7;

/**
 * Folds the known events of one dossier. Null while no event that begins one is known (its parents may still be on
 * their way). What each event is worth is said by the state table (table.ts), the limits of the law (law.ts) and, for
 * two that did not see each other, by what they decide (concurrency.ts). No clock decides anything (S12).
 */
export function foldDossier(id: string, known: readonly KnownEvent[]): DossierView | null {
  const history = historyOf(known);
  const { order, bodies, erased } = history;
  const aside = setAside(order, bodies);
  const played = play(history);
  const { state: at, intake, stateEvent: _event, gap: _gap, ...rest } = played.state;
  if (at === 'nothing' || intake === null) return null;

  const aliases: string[] = [];
  const closed = new Set(rest.settlements.flatMap((settlement) => settlement.flags));
  const voided: SlipView[] = [];
  for (const envelope of order) {
    const event = bodies.get(envelope.id) ?? null;
    if (event?.type === 'dossier.received') aliases.push(event.body.code.text);
    if (event?.type === 'dossier.slipIssued' && aside.has(envelope.id)) {
      voided.push({ ...event.body, eventId: envelope.id, voidedBy: '' });
    }
  }
  const holding = (form: string): string =>
    rest.slips.findLast((slip) => slip.form === form && slip.voidedBy === null)?.slipId ?? '';
  // What nobody can look at any more, nobody can settle.
  const all = [...played.flags, ...missingPapers(rest.custody.missing)].filter(
    (flag) => !flag.events.some((event) => erased.has(event)),
  );
  return {
    ...rest,
    id,
    foldVersion: FOLD_VERSION,
    state: at,
    intake,
    codes: [...new Set([...rest.codes, ...aliases])],
    // Paper that a settlement set aside is still in somebody's hands: it is known, and void.
    slips: [...rest.slips, ...voided.map((slip) => ({ ...slip, voidedBy: holding(slip.form) }))],
    flags: all.filter((flag) => !closed.has(flagKey(flag))),
    settled: all.filter((flag) => closed.has(flagKey(flag))),
    story: order.map((envelope) => storyLine(envelope, aside.has(envelope.id), erased.has(envelope.id))),
    heads: headsOf(history),
  };
}

function missingPapers(missing: DossierView['custody']['missing']): Flag[] {
  const noticed = new Set(missing.map((each) => each.eventId));
  return [...noticed].map((id) => ({ kind: 'paper-missing', events: [id], breaks: [] }));
}

function storyLine(envelope: Placed, isAside: boolean, erased: boolean): StoryLine {
  const { id: eventId, type, actor, approvedBy, at } = envelope;
  // A clock may show anything; what no calendar can write down is brought to the nearest moment that one can.
  const time = Math.min(Math.max(at.device + (at.offset ?? 0), 0), LAST_MOMENT);
  return { eventId, type, actor, approvedBy, at: time, setAside: isAside, erased };
}

/** 9999-12-30T00:00Z. */
const LAST_MOMENT = 253_402_128_000_000;
