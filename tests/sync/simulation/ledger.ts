import { sha256 } from '../../../contract/signing.ts';
import { bytesFault, type LogEvent } from '../../../domain/log/envelope.ts';
import { causalOrder, heads } from '../../../domain/log/order.ts';
import { holds } from './broken.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';

/** One thing a desk wrote, as the oracle knows it. Its place may change (a log left for a new one); what it says never. */
export interface Written {
  readonly id: string;
  readonly bodyHash: string;
  readonly desk: string;
  /** The seat of that desk: that of its clones too. */
  readonly seat: string;
  readonly type: string;
  readonly aggregateId: string;
  /** Told: an officer was told that it is saved. Phantom: saved, and the desk died before it said so. */
  readonly kind: 'told' | 'phantom';
  /** The reason it must be kept apart with; null: an honest event, which must not be. */
  readonly poison: string | null;
}

/** The list of what officers did: what every promise is held against. */
export interface Ledger {
  /** After a call has returned: what it wrote is told. @throws PromiseBroken S2, S7 */
  told(desk: SimDesk, life: DeskLife, poison?: string): void;
  /**
   * A write has just been committed: what it says of tickets and the hall is the host's, whoever asked for it, and on its
   * way at once. @throws PromiseBroken S2
   */
  wrote(desk: SimDesk, life: DeskLife): void;
  /** A desk has been opened: everything told is there (S10); what else is there is a phantom. @throws PromiseBroken S10 */
  opened(desk: SimDesk, life: DeskLife): void;
  /** A desk goes on from an older copy, which holds these: what it wrote since need not stand at it any more. */
  diskLost(desk: SimDesk, held: ReadonlySet<string>): void;
  /** These alone stand at the province or at a desk in order: of the rest nobody has anything any more. */
  onlyLeft(standing: ReadonlySet<string>): void;
  get(id: string): Written | undefined;
  /** Everything that must be somewhere. */
  all(): Iterable<Written>;
  /** Whether it stood nowhere any more at some moment, because every disk that had it was lost. */
  mayBeGone(id: string): boolean;
}

export function newLedger(): Ledger {
  const written = new Map<string, Written>();
  const gone = new Set<string>();
  /** By desk: what it wrote and lost with its disk. It may come back to it, or not. */
  const lostAt = new Map<string, Set<string>>();
  /** By desk and log: how far the own log has been read. */
  const read = new Map<string, number>();
  const codes = new Map<string, SimDesk>();

  const note = (desk: SimDesk, event: LogEvent, kind: Written['kind'], poison: string | null): void => {
    const { id, bodyHash, type, aggregateId } = event.envelope;
    if (written.has(id)) return;
    written.set(id, { id, bodyHash, desk: desk.name, seat: desk.seat.name, type, aggregateId, kind, poison });
    const code = codeIn(event);
    if (code === null) return;
    const before = codes.get(code);
    codes.set(code, desk);
    // Two desks that were one print the same: told by the province as XV-05, and called back. Of any other seat, never.
    const wereOne = before?.seat === desk.seat && (desk.isForked || before.isForked);
    const isExcused = before === undefined || wereOne;
    holds(isExcused, 'S7', () => `${code} printed by ${before?.name ?? ''} and ${desk.name}`);
  };
  /** What stands in the log written now and has not been read, oldest first. */
  const unread = (desk: SimDesk, life: DeskLife): LogEvent[] => {
    const place = `${desk.name} ${life.logId()}`;
    const own = life.ownFrom((read.get(place) ?? 0) + 1);
    const last = own.at(-1);
    if (last !== undefined) read.set(place, last.envelope.seq);
    // What moved here from a log left before was told there.
    return own.filter(({ envelope }) => !written.has(envelope.id));
  };

  return {
    told(desk, life, poison) {
      const fresh = unread(desk, life);
      fresh.forEach((event, at) => {
        if (poison === undefined) afterWhatWasSeen(life, event, fresh.slice(at));
        note(desk, event, 'told', poison ?? null);
      });
    },
    wrote(desk, life) {
      const { log } = life.opened.context.store;
      const head = log?.head();
      if (log === null || head === undefined || !isOfHall(log.eventsFrom(head.log, head.seq, 1)[0]?.event)) return;
      const from = (read.get(`${desk.name} ${head.log}`) ?? 0) + 1;
      const fresh = life.ownFrom(from).filter((event) => isOfHall(event) && !written.has(event.envelope.id));
      fresh.forEach((event, at) => {
        afterWhatWasSeen(life, event, fresh.slice(at));
        note(desk, event, 'phantom', null);
      });
    },
    opened(desk, life) {
      const bodies = bodiesAt(life);
      for (const each of written.values()) {
        if (each.desk !== desk.name || lostAt.get(desk.name)?.has(each.id) === true) continue;
        const here = bodies(each.aggregateId).get(each.id);
        holds(here !== undefined, 'S10', () => `${desk.name} lost ${each.type} ${each.id}`);
        holds(here === each.bodyHash, 'S10', () => `${each.type} ${each.id} says something else at ${desk.name}`);
      }
      for (const event of unread(desk, life)) note(desk, event, 'phantom', null);
    },
    diskLost(desk, held) {
      const own = [...written.values()].filter((each) => each.desk === desk.name && !held.has(each.id));
      lostAt.set(desk.name, new Set([...(lostAt.get(desk.name) ?? []), ...own.map(({ id }) => id)]));
      for (const place of read.keys()) if (place.startsWith(`${desk.name} `)) read.delete(place);
    },
    onlyLeft(standing) {
      for (const id of written.keys()) if (!standing.has(id)) gone.add(id);
    },
    get: (id) => written.get(id),
    all: () => written.values(),
    mayBeGone: (id) => gone.has(id),
  };
}

/** What the events of an aggregate say at a desk, by their ids: the hash that was sealed, where the body still fits it. */
function bodiesAt({ opened }: DeskLife): (aggregateId: string) => ReadonlyMap<string, string> {
  const { log } = opened.context.store;
  const read = new Map<string, ReadonlyMap<string, string>>();
  return (aggregateId) => {
    const known = read.get(aggregateId);
    if (known !== undefined) return known;
    const events = [...(log?.ofAggregate(aggregateId) ?? []), ...(log?.apartIn(aggregateId) ?? [])];
    const bodies = new Map(
      events.map((event) => [event.envelope.id, bytesFault(event, sha256) === null ? event.envelope.bodyHash : '']),
    );
    read.set(aggregateId, bodies);
    return bodies;
  };
}

function isOfHall(event: LogEvent | undefined): boolean {
  return event?.envelope.aggregate === 'ticket' || event?.envelope.aggregate === 'hall';
}

/** `after` names the newest events of the aggregate that were there when it was written, and nothing else. */
function afterWhatWasSeen(life: DeskLife, event: LogEvent, later: readonly LogEvent[]): void {
  const { aggregateId, after, type } = event.envelope;
  const notYet = new Set(later.map(({ envelope }) => envelope.id));
  const history = (life.opened.context.store.log?.ofAggregate(aggregateId) ?? [])
    .map(({ envelope }) => envelope)
    .filter(({ id }) => !notYet.has(id));
  const said = JSON.stringify(after);
  // Events whose parents are still on their way are not seen yet.
  const fits = [heads(history), heads(causalOrder(history).ready)].some((each) => JSON.stringify(each) === said);
  holds(fits, 'S2', () => `${type} was written after ${said}, not after what the desk had seen`);
}

function codeIn({ envelope, body }: LogEvent): string | null {
  if (envelope.type !== 'dossier.received' || typeof body !== 'object' || body === null || !('code' in body))
    return null;
  const { code } = body;
  return typeof code === 'object' && code !== null && 'text' in code && typeof code['text'] === 'string'
    ? code['text']
    : null;
}
