import { sha256 } from '../../contract/signing.ts';
import { hashAt } from '../../domain/log/envelope.ts';
import { heldByIds } from '../store/events.ts';
import type { LogRow } from '../store/logs.ts';
import { keepPassed, movedAt, type PassedPlace } from '../store/moved.ts';
import type { Tx } from '../store/pool.ts';

/** Places looked at in one push: as many as a desk names when it begins a log. */
const AT_ONCE = 10_000;

/**
 * Goes on behind places that nobody can bring any more, because their desk moved what stood there and the province holds it
 * in another place: which event it was says the desk, that it was this one the chain. A fact has one hash at a place, so
 * the one that the next event names is proven with that event's own signature.
 * @returns where the log stands then; null where a place is not known, or its event not here yet
 */
export async function passOver(
  tx: Tx,
  log: LogRow,
  next: { readonly seq: number; readonly prev: string },
): Promise<{ readonly seq: number; readonly hash: string } | null> {
  const from = log.head + 1;
  if (next.seq <= from || next.seq - from > AT_ONCE) return null;
  const ids = await movedAt(tx, log.id, from, next.seq - 1);
  if (ids.size < next.seq - from) return null;
  const held = await heldByIds(tx, [...ids.values()]);
  const passed: PassedPlace[] = [];
  let prev = log.head_hash;
  for (let seq = from; seq < next.seq; seq++) {
    const eventId = ids.get(seq) ?? '';
    const fact = held.get(eventId);
    if (fact === undefined) return null;
    prev = hashAt(fact.event.envelope, { device: log.device, log: log.id, seq, prev }, sha256);
    passed.push({ seq, eventId, hash: prev });
  }
  if (prev !== next.prev) return null;
  await keepPassed(tx, log.id, passed);
  return { seq: next.seq - 1, hash: prev };
}
