import type { LogEvent } from '../../../domain/log/envelope.ts';
import { causalOrder, heads } from '../../../domain/log/order.ts';
import { holds } from './broken.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';

/** One thing a desk wrote, as the oracle knows it. */
export interface Written {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly hash: string;
  readonly desk: string;
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
  /** A desk has been opened: everything told is there (S10); what else is there is a phantom. @throws PromiseBroken S10 */
  opened(desk: SimDesk, life: DeskLife): void;
  /** What this desk forgets with an older copy of its files. */
  rewound(desk: SimDesk): void;
  get(id: string): Written | undefined;
  all(): Iterable<Written>;
}

export function newLedger(): Ledger {
  const written = new Map<string, Written>();
  /** By desk: how far its own log has been read. */
  const read = new Map<string, number>();
  const codes = new Map<string, { id: string; desk: SimDesk }>();

  const note = (desk: SimDesk, event: LogEvent, kind: Written['kind'], poison: string | null): void => {
    const { id, log, seq, hash, type, aggregateId } = event.envelope;
    if (written.has(id)) return;
    written.set(id, { id, log, seq, hash, desk: desk.name, type, aggregateId, kind, poison });
    const code = codeIn(event);
    if (code === null) return;
    const before = codes.get(code);
    // Two desks that were one print the same: told by the province as XV-05, and called back.
    if (before === undefined) codes.set(code, { id, desk });
    else
      holds(
        desk.isForked || before.desk.isForked,
        'S7',
        () => `${code} printed by ${before.desk.name} and ${desk.name}`,
      );
  };

  return {
    told(desk, life, poison) {
      const from = read.get(desk.name) ?? 0;
      const own = life.ownFrom(from + 1);
      // What comes back to a desk that had lost it was told already.
      const fresh = own.filter(({ envelope }) => !written.has(envelope.id));
      fresh.forEach((event, at) => {
        if (poison === undefined) afterWhatWasSeen(life, event, fresh.slice(at));
        note(desk, event, 'told', poison ?? null);
      });
      read.set(desk.name, from + own.length);
    },
    opened(desk, life) {
      const own = life.ownFrom(1);
      const here = new Map(own.map(({ envelope }) => [envelope.id, envelope.hash]));
      if (!desk.isForked) {
        for (const each of written.values()) {
          if (each.desk !== desk.name) continue;
          holds(here.get(each.id) === each.hash, 'S10', () => `${desk.name} lost ${each.type} ${each.seq} of its log`);
        }
      }
      own.forEach((event) => note(desk, event, 'phantom', null));
      read.set(desk.name, own.length);
    },
    rewound(desk) {
      read.set(desk.name, 0);
    },
    get: (id) => written.get(id),
    all: () => written.values(),
  };
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
