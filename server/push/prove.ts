import type { Verifier } from '../../domain/log/envelope.ts';
import type { Judged } from './judge.ts';

export type Placed = Exclude<Judged, { kind: 'nowhere' }>;

/**
 * Finds in a batch, sorted by place, what its writer has not sealed. Each hash covers the one before it, so a signature
 * that holds proves its own event and every one that leads up to it without a gap: of such a stretch only the newest
 * is looked at, and, where that one does not hold, the ones before it until one does. What comes after the last that
 * holds is nobody's: broken.
 */
export function proven(batch: readonly Placed[], verifier: Verifier): Placed[] {
  const found: Placed[] = [];
  for (let from = 0; from < batch.length;) {
    const stretch = stretchFrom(batch, from);
    const holding = stretch.findLastIndex(
      (judged) => judged.kind === 'whole' && verifier.verify(judged.place.hash, judged.whole.envelope.signature),
    );
    for (const [at, judged] of stretch.entries()) {
      found.push(at <= holding ? judged : { kind: 'broken', place: judged.place });
    }
    from += stretch.length;
  }
  return found;
}

/** What follows on `from` without a gap in places and hashes; at least itself. */
function stretchFrom(batch: readonly Placed[], from: number): readonly Placed[] {
  let until = from + 1;
  while (leadsTo(batch[until - 1], batch[until])) until += 1;
  return batch.slice(from, until);
}

function leadsTo(before: Placed | undefined, next: Placed | undefined): boolean {
  return (
    before?.kind === 'whole' &&
    next?.kind === 'whole' &&
    next.place.seq === before.place.seq + 1 &&
    next.whole.envelope.prev === before.place.hash
  );
}
