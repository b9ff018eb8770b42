import { causalOrder } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';
import { applyEvent, NOTHING, type Folding } from './apply.ts';
import { clash } from './concurrency.ts';
import type { CurrentDossierEvent, DossierEvent } from './events.ts';
import { upcastSlip } from './events/slip.ts';
import { lawBreaks, overrideOf, type LawBreak } from './law.ts';
import { cellOf, openers } from './table.ts';
import { flagKey, type DossierView, type Flag, type StoryLine } from './view.ts';

export type { DossierView } from './view.ts';

/** Grows whenever the same events give another view; a new one rebuilds every view in the background. */
export const FOLD_VERSION = 3;

type Placed = Pick<Envelope, 'id' | 'log' | 'seq' | 'after' | 'type' | 'version' | 'actor' | 'approvedBy' | 'at'>;

/** An event with its body read; `null` body: erased by law, or of a type this release does not know. */
export interface KnownEvent {
  readonly envelope: Placed;
  readonly event: DossierEvent | null;
}

interface Step {
  readonly envelope: Placed;
  readonly event: CurrentDossierEvent;
}

/**
 * Folds the known events of one dossier. Null while no event that begins one is known (its parents may still be on
 * their way). What each event is worth is said by the state table (table.ts), the limits of the law (law.ts) and, for
 * two that did not see each other, by what they decide (concurrency.ts). No clock decides anything (S12).
 */
export function foldDossier(id: string, known: readonly KnownEvent[]): DossierView | null {
  const bodies = new Map(known.map((each) => [each.envelope.id, current(each.event)]));
  const typeOf = (envelope: Placed): DossierEvent['type'] | null => bodies.get(envelope.id)?.type ?? null;
  const ready = causalOrder(known.map((each) => each.envelope)).ready;
  const past = pastOf(ready);
  const order = beginningFirst(ready, past, typeOf);
  const aside = setAside(order, bodies);

  let state: Folding = NOTHING;
  const steps: Step[] = [];
  const flags: Flag[] = [];
  const story: StoryLine[] = [];
  const closed = new Set<string>();
  const aliases: string[] = [];

  for (const envelope of order) {
    story.push(storyLine(envelope, aside.has(envelope.id)));
    const event = bodies.get(envelope.id) ?? null;
    if (event === null) {
      flags.push({ kind: 'unreadable', events: [envelope.id], breaks: [] });
      continue;
    }
    if (event.type === 'dossier.received') aliases.push(event.body.code.text);
    if (aside.has(envelope.id)) continue;
    if (event.type === 'dossier.settled') event.body.flags.forEach((key) => closed.add(key));
    const verdict = judge(state, steps, past, { envelope, event });
    flags.push(...verdict.flags);
    if (!verdict.takes) continue;
    state = applyEvent(state, envelope, event);
    if (state.gap) flags.push({ kind: 'custody-gap', events: [envelope.id], breaks: [] });
    steps.push({ envelope, event });
  }

  const { state: at, intake, stateEvent: _event, gap: _gap, ...rest } = state;
  if (at === 'nothing' || intake === null) return null;
  const all = [...flags, ...missingPapers(state)];
  return {
    ...rest,
    id,
    foldVersion: FOLD_VERSION,
    state: at,
    intake,
    codes: [...rest.codes, ...aliases.filter((code, i) => !rest.codes.includes(code) && aliases.indexOf(code) === i)],
    flags: all.filter((flag) => !closed.has(flagKey(flag))),
    settled: all.filter((flag) => closed.has(flagKey(flag))),
    story,
    heads: headsOf(ready),
  };
}

interface Verdict {
  readonly takes: boolean;
  readonly flags: readonly Flag[];
}

/** Whether an event has its effect, and what a person must be shown. */
function judge(state: Folding, steps: readonly Step[], past: Past, { envelope, event }: Step): Verdict {
  const unseen = (id: string): boolean => past.get(envelope.id)?.has(id) !== true;
  if (event.type === 'dossier.received' && state.received !== null) {
    const first = steps.find((step) => step.event.type === 'dossier.received')?.envelope.id ?? state.stateEvent;
    return { takes: false, flags: [flag('received-twice', [first, envelope.id])] };
  }
  const sides = steps
    .filter((step) => unseen(step.envelope.id) && clash(step.event, event))
    .map((step) => flag('two-sides', [step.envelope.id, envelope.id]));
  if (cellOf(state.state, event.type) === 'flag') {
    if (sides.length > 0) return { takes: false, flags: sides };
    const apart = state.stateEvent !== '' && unseen(state.stateEvent);
    return {
      takes: false,
      flags: [apart ? flag('two-sides', [state.stateEvent, envelope.id]) : flag('out-of-place', [envelope.id])],
    };
  }
  if (sides.length > 0) return { takes: true, flags: sides };
  const breaks = state.state === 'nothing' ? [] : lawBreaks({ ...state, state: state.state }, event);
  const approved = envelope.approvedBy !== null && overrideOf(event) !== null;
  if (breaks.length === 0 || approved) return { takes: true, flags: [] };
  return { takes: true, flags: [flag('not-approved', [envelope.id], breaks)] };
}

function flag(kind: Flag['kind'], events: readonly string[], breaks: readonly LawBreak[] = []): Flag {
  return { kind, events, breaks };
}

function current(event: DossierEvent | null): CurrentDossierEvent | null {
  if (event === null) return null;
  if (event.type !== 'dossier.slipIssued' || event.version === 2) return event;
  return { type: 'dossier.slipIssued', version: 2, body: upcastSlip(event.body) };
}

/** For each event, everything it had seen. */
type Past = ReadonlyMap<string, ReadonlySet<string>>;

function pastOf(ready: readonly Placed[]): Past {
  const past = new Map<string, Set<string>>();
  for (const { id, after } of ready) {
    const seen = new Set<string>();
    for (const parent of after) {
      seen.add(parent);
      past.get(parent)?.forEach((each) => seen.add(each));
    }
    past.set(id, seen);
  }
  return past;
}

/**
 * An event written before its dossier was heard of (a unit took the paper by its slip) stands after the one that began
 * it, unless that one had seen it. The rest keeps its causal order.
 */
function beginningFirst(
  ready: readonly Placed[],
  past: Past,
  typeOf: (envelope: Placed) => DossierEvent['type'] | null,
): readonly Placed[] {
  const at = ready.findIndex((envelope) => {
    const type = typeOf(envelope);
    return type !== null && openers.has(type);
  });
  const first = ready[at];
  if (first === undefined || at === 0) return ready;
  const seen = past.get(first.id);
  const before = ready.slice(0, at);
  return [
    ...before.filter((envelope) => seen?.has(envelope.id) === true),
    first,
    ...before.filter((envelope) => seen?.has(envelope.id) !== true),
    ...ready.slice(at + 1),
  ];
}

/** Events a settlement took the effect of; a settlement can itself be set aside by a later one. */
function setAside(
  order: readonly Placed[],
  bodies: ReadonlyMap<string, CurrentDossierEvent | null>,
): ReadonlySet<string> {
  const aside = new Set<string>();
  for (const envelope of order.toReversed()) {
    const event = bodies.get(envelope.id) ?? null;
    if (event?.type !== 'dossier.settled' || aside.has(envelope.id)) continue;
    event.body.setAside.forEach((id) => aside.add(id));
  }
  return aside;
}

function missingPapers({ custody }: Folding): Flag[] {
  return [...new Set(custody.missing.map((each) => each.eventId))].map((id) => flag('paper-missing', [id]));
}

function headsOf(ready: readonly Placed[]): string[] {
  const parents = new Set(ready.flatMap((envelope) => envelope.after));
  return ready
    .map((envelope) => envelope.id)
    .filter((id) => !parents.has(id))
    .sort();
}

function storyLine(envelope: Placed, isAside: boolean): StoryLine {
  const { id: eventId, type, actor, approvedBy, at } = envelope;
  // A clock may show anything; what no calendar can write down is brought to the nearest moment that one can.
  const time = Math.min(Math.max(at.device + (at.offset ?? 0), 0), LAST_MOMENT);
  return { eventId, type, actor, approvedBy, at: time, setAside: isAside };
}

/** 9999-12-30T00:00Z. */
const LAST_MOMENT = 253_402_128_000_000;
