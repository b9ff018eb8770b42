import { epochMs, type LocalDateTime } from '../calendar/civil-date.ts';
import { concurrent, heads } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';
import { isBackUnanswered } from './absence.ts';
import type { TicketEvent, TicketIssued, Score } from './events.ts';
import { reignOrder } from './reign-order.ts';
import type { Why } from './why.ts';

export interface KnownTicketEvent {
  readonly envelope: Pick<Envelope, 'id' | 'log' | 'seq' | 'after' | 'device' | 'actor'>;
  readonly event: TicketEvent | null;
}

/** đang chờ, đang gọi và phục vụ, tạm giữ, đã xong, hết hiệu lực. */
export type TicketState = 'waiting' | 'called' | 'held' | 'ended' | 'expired';

export interface Call {
  readonly eventId: string;
  readonly counter: string;
  /** Who called. */
  readonly actor: string;
  readonly term: number;
  readonly host: string;
  readonly how: 'next' | 'named';
  readonly why: Why;
  readonly at: LocalDateTime;
  /** Times it was called again; the last of them. */
  readonly recalls: number;
  readonly lastAt: LocalDateTime;
  /** Nobody came to it. */
  readonly missed: boolean;
  /** It had ended or expired, and was called by its number all the same: when its holder came back nobody knows. */
  readonly revives: boolean;
}

/** A time that stays out of averages (không tính). */
export interface LeftOut {
  readonly eventId: string;
  readonly what: 'wait' | 'service';
  readonly reason: string;
  readonly actor: string;
}

/** One ticket (phiếu số thứ tự) as its events make it. */
export interface TicketView extends Omit<TicketIssued, 'term' | 'at'> {
  readonly id: string;
  readonly issued: { readonly term: number; readonly host: string; readonly log: string; readonly seq: number };
  readonly issuedAt: LocalDateTime;
  /** Since when it stands in line: taken, or put back behind everybody. The limit counts from here. */
  readonly queuedAt: LocalDateTime;
  readonly state: TicketState;
  /** Where it was called or is held; while it waits, the only counter that may call it, or null. */
  readonly counter: string | null;
  readonly calls: readonly Call[];
  readonly noShows: number;
  /** Times it was put back because nobody came; one an officer gave back to the line is none of them. */
  readonly putBacks: number;
  /** Held since; null unless held. */
  readonly heldAt: LocalDateTime | null;
  readonly holdReason: string;
  /** Whole seconds it was held since the last call, not counting a hold that goes on. */
  readonly heldSeconds: number;
  readonly endedAt: LocalDateTime | null;
  readonly endedBy: 'dossier' | 'hand' | 'next' | null;
  /** Dossiers that came of it. */
  readonly dossiers: readonly string[];
  readonly expired: 'absent' | 'held' | 'day' | null;
  readonly moves: readonly { readonly series: string; readonly counter: string | null; readonly reason: string }[];
  /** How content its holder was; null: nobody said. Of two the first holds. */
  readonly rating: Score | null;
  /** Times that stay out of averages, with the reason. */
  readonly leftOut: readonly LeftOut[];
  /** Two reigns called it, neither having seen the other's call; empty where not. Stays told once settled. */
  readonly calledByBoth: readonly string[];
  readonly settled: boolean;
  /** What the next event of it comes after. */
  readonly heads: readonly string[];
}

/** Grows when the fold's answer changes: kept views are folded again then. */
export const TICKET_FOLD = 5;

/** Folds the events of one ticket, whatever order they came in; null while the event that began it has not come. */
export function foldTicket(id: string, known: readonly KnownTicketEvent[]): TicketView | null {
  const ordered = reignOrder(known);
  let view: TicketView | null = null;
  for (const { envelope, event } of ordered) {
    if (event === null) continue;
    if (event.type === 'ticket.issued') view ??= begun(id, event.body, envelope);
    else if (view !== null) view = after(view, event, envelope);
  }
  if (view === null) return null;
  const envelopes = ordered.map(({ envelope }) => envelope);
  const undone = new Set(
    ordered.flatMap(({ event }) => (event?.type === 'ticket.timeCounted' ? event.body.undoes : [])),
  );
  return {
    ...view,
    leftOut: view.leftOut.filter(({ eventId }) => !undone.has(eventId)),
    calledByBoth: clashing(view.calls, envelopes),
    heads: heads(envelopes),
  };
}

function begun(
  id: string,
  body: Extract<TicketEvent, { type: 'ticket.issued' }>['body'],
  { device, log, seq }: KnownTicketEvent['envelope'],
): TicketView {
  const { term, at, ...rest } = body;
  return {
    ...rest,
    id,
    issued: { term, host: device, log, seq },
    issuedAt: at,
    queuedAt: at,
    state: 'waiting',
    counter: null,
    calls: [],
    noShows: 0,
    putBacks: 0,
    heldAt: null,
    holdReason: '',
    heldSeconds: 0,
    endedAt: null,
    endedBy: null,
    dossiers: [],
    expired: null,
    moves: [],
    leftOut: [],
    rating: null,
    calledByBoth: [],
    settled: false,
    heads: [],
  };
}

function after(
  view: TicketView,
  event: Exclude<TicketEvent, { type: 'ticket.issued' }>,
  { id: eventId, device: host, actor }: KnownTicketEvent['envelope'],
): TicketView {
  switch (event.type) {
    case 'ticket.called': {
      const { counter, term, how, why, at } = event.body;
      const revives = view.state === 'ended' || view.state === 'expired';
      const once = { recalls: 0, lastAt: at, missed: false, revives };
      const call = { eventId, counter, actor, term, host, how, why, at, ...once };
      const fresh = { heldAt: null, holdReason: '', heldSeconds: 0, endedAt: null, endedBy: null, expired: null };
      return { ...view, ...fresh, state: 'called', counter, calls: [...view.calls, call] };
    }
    case 'ticket.recalled': {
      const last = view.calls.at(-1);
      if (last === undefined) return view;
      const again = { ...last, recalls: last.recalls + 1, lastAt: event.body.at };
      return { ...view, calls: [...view.calls.slice(0, -1), again] };
    }
    case 'ticket.noShow':
      // What was served by the other reign stays served.
      if (view.state === 'ended') return view;
      return {
        ...waiting(view),
        counter: null,
        noShows: view.noShows + 1,
        calls: view.calls.map((call, n) => (n === view.calls.length - 1 ? { ...call, missed: true } : call)),
      };
    case 'ticket.putBack': {
      if (view.state === 'ended') return view;
      const { place, at } = event.body;
      const putBacks = view.putBacks + (isBackUnanswered(view, place) ? 1 : 0);
      const back = { ...waiting(view), counter: null, putBacks };
      return place === 'end' ? { ...back, queuedAt: at } : back;
    }
    case 'ticket.held':
      if (view.state !== 'called') return view;
      return { ...view, state: 'held', heldAt: event.body.at, holdReason: event.body.reason };
    case 'ticket.resumed':
      if (view.state !== 'held' || view.heldAt === null) return view;
      return {
        ...view,
        state: 'called',
        counter: event.body.counter,
        heldAt: null,
        holdReason: '',
        heldSeconds: view.heldSeconds + secondsBetween(view.heldAt, event.body.at),
      };
    case 'ticket.moved': {
      if (view.state === 'ended') return view;
      const { series, counter, reason } = event.body;
      return { ...waiting(view), series, counter, moves: [...view.moves, { series, counter, reason }] };
    }
    case 'ticket.ended': {
      const { by, dossierId, at } = event.body;
      const dossiers =
        dossierId === null || view.dossiers.includes(dossierId) ? view.dossiers : [...view.dossiers, dossierId];
      if (view.state === 'ended') {
        // Further dossiers of one visit: the person stood there until the last.
        const isLonger = by === 'dossier' && view.endedBy === 'dossier' && at > (view.endedAt ?? '');
        return { ...view, dossiers, endedAt: isLonger ? at : view.endedAt };
      }
      const held = view.heldAt === null ? 0 : secondsBetween(view.heldAt, at);
      const ended = { heldAt: null, holdReason: '', heldSeconds: view.heldSeconds + held, endedAt: at, endedBy: by };
      return { ...view, ...ended, state: 'ended', expired: null, dossiers };
    }
    case 'ticket.expired':
      if (view.state === 'ended') return view;
      return { ...waiting(view), state: 'expired', expired: event.body.because };
    case 'ticket.timeLeftOut': {
      const { what, reason } = event.body;
      return { ...view, leftOut: [...view.leftOut, { eventId, what, reason, actor }] };
    }
    case 'ticket.timeCounted':
      // What it undoes is taken out once all of them are read.
      return view;
    case 'ticket.rated':
      return { ...view, rating: view.rating ?? event.body.score };
    case 'ticket.settled':
      return { ...view, settled: true };
  }
}

function waiting(view: TicketView): TicketView {
  return { ...view, state: 'waiting', heldAt: null, holdReason: '', heldSeconds: 0, expired: null };
}

/** Events of calls by different reigns of which neither had seen the other, sorted. */
function clashing(calls: readonly Call[], envelopes: readonly KnownTicketEvent['envelope'][]): string[] {
  const hosts = new Set(calls.map(({ term, host }) => `${term} ${host}`));
  if (hosts.size <= 1) return [];
  const byId = new Map(envelopes.map((each) => [each.id, each]));
  const found = new Set<string>();
  for (const a of calls) {
    for (const b of calls) {
      if (a.term === b.term && a.host === b.host) continue;
      const [one, other] = [byId.get(a.eventId), byId.get(b.eventId)];
      if (one === undefined || other === undefined || !concurrent(one, other, envelopes)) continue;
      found.add(a.eventId).add(b.eventId);
    }
  }
  return [...found].sort();
}

/** Whole seconds from one moment to a later one; below nothing where it is earlier. */
export function secondsBetween(from: LocalDateTime, to: LocalDateTime): number {
  return (epochMs(to) - epochMs(from)) / 1000;
}
