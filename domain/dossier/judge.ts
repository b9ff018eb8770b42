import { applyEvent, NOTHING, type Folding } from './apply.ts';
import { clash } from './concurrency.ts';
import type { CurrentDossierEvent } from './events.ts';
import { setAside, type History, type Placed } from './history.ts';
import { lawBreaks, overrideOf, type LawBreak } from './law.ts';
import { cellOf } from './table.ts';
import type { Flag } from './view.ts';

/** What a history comes to: the dossier, what a person must be shown, and which events have no effect. */
export interface Played {
  readonly state: Folding;
  readonly flags: readonly Flag[];
  /** Set aside by a person, unreadable, or flagged and without effect. */
  readonly idle: ReadonlySet<string>;
}

interface Step {
  readonly envelope: Placed;
  readonly event: CurrentDossierEvent;
}

/**
 * Plays a history from its beginning. Whether an event was lawful is asked of the dossier as its writer saw it; whether
 * it fits what others did meanwhile is asked of every event it had not seen. So the answer is the same whichever of the
 * two stands first.
 */
export function play(history: History): Played {
  const { bodies, past, erased } = history;
  const own = new Map<string, Played>();

  function run(order: readonly Placed[]): Played {
    const aside = setAside(order, bodies);
    const idle = new Set<string>();
    const steps: Step[] = [];
    const flags: Flag[] = [];
    let state: Folding = NOTHING;
    for (const [index, envelope] of order.entries()) {
      const event = bodies.get(envelope.id) ?? null;
      if (event === null && !erased.has(envelope.id)) flags.push(flagOf('unreadable', [envelope.id]));
      if (event === null || aside.has(envelope.id)) {
        idle.add(envelope.id);
        continue;
      }
      const now = { state, flags: [], idle };
      const isLast = past.get(envelope.id)?.size === index && noneReturned(order.slice(0, index), aside);
      const verdict = judge(now, isLast ? now : ownOf({ envelope, event }, order, now), aside, steps, {
        envelope,
        event,
      });
      flags.push(...verdict.flags);
      if (!verdict.takes) {
        idle.add(envelope.id);
        continue;
      }
      state = applyEvent(state, envelope, event);
      if (state.gap) flags.push(flagOf('custody-gap', [envelope.id]));
      steps.push({ envelope, event });
    }
    return { state, flags, idle };
  }

  /** Whether everything set aside among these was so already for who had seen just these. */
  function noneReturned(order: readonly Placed[], aside: ReadonlySet<string>): boolean {
    if (!order.some((envelope) => aside.has(envelope.id))) return true;
    const then = setAside(order, bodies);
    return order.every((envelope) => then.has(envelope.id) === aside.has(envelope.id));
  }

  /**
   * The dossier as the writer of an event saw it. Who knew nothing of it is judged by what is known now, unless the
   * event is one that needs no more than the paper (taken by its slip).
   */
  function ownOf({ envelope, event }: Step, order: readonly Placed[], now: Played): Played {
    const known = own.get(envelope.id);
    if (known !== undefined) return known;
    const seen = past.get(envelope.id);
    const played = run(order.filter((each) => seen?.has(each.id) === true));
    if (played.state.state === 'nothing' && cellOf('nothing', event.type) === 'flag') return now;
    own.set(envelope.id, played);
    return played;
  }

  function judge(
    now: Played,
    then: Played,
    aside: ReadonlySet<string>,
    steps: readonly Step[],
    { envelope, event }: Step,
  ): { readonly takes: boolean; readonly flags: readonly Flag[] } {
    const seen = past.get(envelope.id);
    if (event.type === 'dossier.received' && now.state.received !== null) {
      const first = steps.find((step) => step.event.type === 'dossier.received')?.envelope.id ?? now.state.stateEvent;
      return { takes: false, flags: [flagOf('received-twice', [first, envelope.id])] };
    }
    if (cellOf(then.state.state, event.type) === 'flag') {
      return { takes: false, flags: [flagOf('out-of-place', [envelope.id])] };
    }
    const sides = steps
      .filter((step) => seen?.has(step.envelope.id) !== true && clash(step.event, event))
      .map((step) => flagOf('two-sides', [step.envelope.id, envelope.id]));
    const breaks = then.state.state === 'nothing' ? [] : lawBreaks({ ...then.state, state: then.state.state }, event);
    const approved = envelope.approvedBy !== null && overrideOf(event) !== null;
    const flags = breaks.length > 0 && !approved ? [...sides, flagOf('not-approved', [envelope.id], breaks)] : sides;
    if (cellOf(now.state.state, event.type) !== 'flag') return { takes: true, flags };
    if (sides.length > 0) return { takes: false, flags };
    // It was lawful where it was written. What it rested on may have lost its effect since: then so has it.
    const lost = [...(seen ?? [])].filter((id) => now.idle.has(id) && !then.idle.has(id));
    if (lost.some((id) => aside.has(id)))
      return { takes: false, flags: [...flags, flagOf('out-of-place', [envelope.id])] };
    return { takes: lost.length === 0, flags };
  }

  return run(history.order);
}

function flagOf(kind: Flag['kind'], events: readonly string[], breaks: readonly LawBreak[] = []): Flag {
  return { kind, events, breaks };
}
