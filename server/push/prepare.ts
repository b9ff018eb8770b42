import { concernedOffices, writingOffices } from '../store/dossiers.ts';
import { lockAggregates, placesOf } from '../store/events.ts';
import { feedWriter } from '../store/feed.ts';
import type { LogRow } from '../store/logs.ts';
import type { Tx } from '../store/pool.ts';
import { officesOf } from './fold.ts';
import type { WholeEvent } from './judge.ts';
import type { TakeIn } from './take-in.ts';

/** What a batch works on, locked. */
export interface Work {
  readonly taking: TakeIn;
  readonly kinds: ReadonlyMap<string, string>;
  readonly concerned: ReadonlyMap<string, readonly string[]>;
  readonly writers: ReadonlyMap<string, readonly string[]>;
  readonly taken: ReadonlyMap<string, unknown>;
}

/** Takes the locks of everything the fresh events touch, in the one order: log, aggregates by id, offices by name. */
export async function prepare(tx: Tx, log: LogRow, fresh: readonly WholeEvent[], now: number): Promise<Work> {
  const kinds = await lockAggregates(
    tx,
    new Map(fresh.map(({ envelope }) => [envelope.aggregateId, envelope.aggregate])),
  );
  const ids = [...kinds.keys()];
  const concerned = await concernedOffices(tx, ids);
  const writers = await writingOffices(tx, ids);
  const named = fresh.flatMap(({ read }) => (read === null ? [] : officesOf(read)));
  const offices = fresh.length === 0 ? [] : [log.office, ...named, ...[...concerned.values()].flat()];
  const feed = await feedWriter(tx, offices);
  const taken = await placesOf(
    tx,
    fresh.map(({ envelope }) => envelope.id),
  );
  return { taking: { tx, log, feed, now }, kinds, concerned, writers, taken };
}
