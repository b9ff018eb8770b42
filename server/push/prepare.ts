import { isErasure } from '../../contract/events.ts';
import { verifyText } from '../../contract/signing.ts';
import type { HeldElsewhere } from '../../contract/sync.ts';
import { slipQrFacts } from '../../domain/form/slip-qr.ts';
import { keysOfOffices } from '../store/devices.ts';
import { concernedOffices, writingOffices, type Concern } from '../store/dossiers.ts';
import { lockAggregates, heldByIds } from '../store/events.ts';
import { feedWriter } from '../store/feed.ts';
import type { SeenOnSlip } from '../../domain/dossier/events/handover.ts';
import type { LogRow } from '../store/logs.ts';
import type { Tx } from '../store/pool.ts';
import { erasedAmong } from '../store/erased.ts';
import { officesOf } from './fold.ts';
import type { WholeEvent } from './judge.ts';
import { silenced } from './silenced.ts';
import type { TakeIn } from './take-in.ts';

/** What a batch works on, locked. */
export interface Work {
  readonly taking: TakeIn;
  readonly kinds: ReadonlyMap<string, string>;
  readonly concerned: ReadonlyMap<string, Concern>;
  /** Events that show a slip one of the concerned offices' desks has signed. */
  readonly proven: ReadonlySet<string>;
  readonly writers: ReadonlyMap<string, readonly string[]>;
  /** A fresh event as it is stored: without its body where that was erased by law. */
  readonly asStored: (event: WholeEvent) => WholeEvent;
  /** Of the fresh events' ids: those held already, in another place. */
  readonly taken: ReadonlyMap<string, HeldElsewhere>;
}

/** Takes the locks of everything the fresh events touch, in the one order: log, aggregates by id, offices by name. */
export async function prepare(
  tx: Tx,
  log: LogRow,
  sent: readonly WholeEvent[],
  {
    now,
    confirmed,
    key,
    isLeftBehind = false,
  }: Pick<TakeIn, 'now' | 'confirmed' | 'key'> & Partial<Pick<TakeIn, 'isLeftBehind'>>,
): Promise<Work> {
  const { kinds, made } = await lockAggregates(
    tx,
    new Map(sent.map(({ envelope }) => [envelope.aggregateId, envelope.aggregate])),
  );
  const erased = await erasedAmong(
    tx,
    sent.map(({ envelope }) => envelope.id),
  );
  const asStored = (event: WholeEvent): WholeEvent => silenced(event, erased);
  const fresh = sent.map(asStored);
  const ids = [...kinds.keys()].filter((id) => !made.has(id));
  const concerned = await concernedOffices(tx, ids);
  const writers = await writingOffices(tx, ids);
  const named = fresh.flatMap(({ read }) => (read === null ? [] : officesOf(read)));
  const told = await writingOffices(tx, erasedThings(fresh), true);
  const offices =
    fresh.length === 0
      ? []
      : [
          log.office,
          ...named,
          ...[...concerned.values()].flatMap((concern) => concern.offices),
          ...[...told.values()].flat(),
        ];
  const feed = await feedWriter(tx, offices);
  const taken = await heldByIds(
    tx,
    fresh.map(({ envelope }) => envelope.id),
  );
  const proven = await provenBySlip(tx, log, fresh, concerned);
  const unwritten = new Set(made);
  return {
    taking: { tx, log, feed, now, confirmed, key, isLeftBehind, unwritten },
    kinds,
    concerned,
    proven,
    writers,
    taken,
    asStored,
  };
}

/** What is erased here. */
export function erasedThings(events: readonly WholeEvent[]): string[] {
  return events.flatMap(({ envelope, read }) => (read !== null && isErasure(read) ? [envelope.aggregateId] : []));
}

/**
 * An office nobody has named yet may add what it did with the paper in its hands: the slip's signature, by a desk of an
 * office concerned, shows that it had it. The rest stays with those concerned.
 */
async function provenBySlip(
  tx: Tx,
  log: LogRow,
  fresh: readonly WholeEvent[],
  concerned: ReadonlyMap<string, Concern>,
): Promise<ReadonlySet<string>> {
  const proven = new Set<string>();
  for (const { envelope, read } of fresh) {
    if (read?.type !== 'dossier.handoverAccepted' && read?.type !== 'dossier.handedOver') continue;
    const { seenOnSlip: seen } = read.body;
    const { offices, isBegun } = concerned.get(envelope.aggregateId) ?? { offices: [], isBegun: false };
    if (seen === null || !isBegun || offices.includes(log.office)) continue;
    const facts = factsOf(envelope.aggregateId, seen);
    if (facts === null) continue;
    const keys = await keysOfOffices(tx, offices);
    if (keys.some((key) => verifyText(key, facts, seen.signature))) proven.add(envelope.id);
  }
  return proven;
}

function factsOf(dossierId: string, { code, procedure, due }: SeenOnSlip): string | null {
  try {
    return slipQrFacts({ dossierId, code, procedure, due });
  } catch {
    // Not what any slip can carry.
    return null;
  }
}
