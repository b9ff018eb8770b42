import type { z } from 'zod';
import type { LeftLog } from '../../contract/logs.ts';
import type { Reference, referenceReplySchema } from '../../contract/sync.ts';
import type { LogHead } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { askHeads, ownGrants, tellOfLog } from './own-log.ts';
import type { Province } from './province.ts';

const ASK_AT_ONCE = 200;

/**
 * After the province was put back from a copy: compares how far each log is held on both sides and queues what the
 * province lacks, other desks' events too, whose machine may be gone. What of a log the province does not know was written
 * here moves to the own one. Safe to repeat; nothing is wiped.
 * @returns whether nothing that is here is lacking there
 * @throws LineDown, ProvinceRefused
 */
export async function compareHeads(store: Store, province: Province): Promise<boolean> {
  const own = store.meta.get('enrolment')?.log;
  const former = new Set(store.meta.get('formerLogs') ?? []);
  const here = headsWithOwn(store.log?.heads() ?? [], own);
  const isOwn = (log: string): boolean => log === own || former.has(log);
  let isWhole = true;
  for (let at = 0; at === 0 || at < here.length; at += ASK_AT_ONCE) {
    const some = here.slice(at, at + ASK_AT_ONCE);
    const reply = await askHeads(store, province, some);
    const heads = new Map(reply.logs.map(({ log, head }) => [log, head]));
    for (const place of some) {
      const head = heads.get(place.log) ?? null;
      if (head === null && former.has(place.log)) {
        store.moveFromFormer(place.log, 1);
        isWhole = false;
      } else if (head === null && place.log === own) {
        // Begun after the copy was made: it is begun there once more.
        store.transact(() => store.meta.set('leftLogs', leftAgain(store, former)));
        store.transact(() => store.outbox.queue(place.log, 1, place.seq));
        isWhole = false;
      } else if (head !== null && head < place.seq && isBehindLostPlace(store, former, place, head)) {
        // What it follows on was lost with this disk, and with the province's: it can come in from the own log only.
        store.moveFromFormer(place.log, head + 1);
        isWhole = false;
      } else if (isKnownBehindGap(store, place, head ?? 0) && (await tellOfLog(store, province, place.log))) {
        // Another desk's, forgotten there with how it began, or that lacks what was moved out of it: its desk may be gone.
        store.transact(() => store.hearing.waitAgain(place.log, (head ?? 0) + 1));
        isWhole = false;
      } else if (
        head !== null &&
        endOfStretch(store, place, head) > head &&
        (isOwn(place.log) || (await holdsBefore(store, province, place.log, head + 1)))
      ) {
        // What lies behind a gap is another desk's to send, or is told in another way (forgotten.ts).
        store.transact(() => store.outbox.queue(place.log, head + 1, endOfStretch(store, place, head)));
        isWhole = false;
      }
    }
  }
  return isWhole;
}

/**
 * The own log too while nothing is in it: it may have been begun after the copy was made, and what moves to it now could not
 * come in (`DT-03`).
 */
function headsWithOwn(heads: readonly LogHead[], own: string | undefined): readonly LogHead[] {
  if (own === undefined || heads.some(({ log }) => log === own)) return heads;
  return [...heads, { log: own, seq: 0, hash: '0'.repeat(64) }];
}

/** The last place that follows on `head` here without a gap: what lies behind one is its own desk's to send. */
function endOfStretch(store: Store, { log, seq }: LogHead, head: number): number {
  return store.log?.gapAfter(log, head) ?? seq;
}

/**
 * Whether the province holds what this place here follows on. Where another event stands there (its desk was put back too, and wrote
 * anew), the place would be refused each time it is sent: what was confirmed of it is told as forgotten. An own log is
 * sent all the same, because a refusal moves what stands in it to another.
 */
async function holdsBefore(store: Store, province: Province, log: string, seq: number): Promise<boolean> {
  const [next] = store.log?.eventsFrom(log, seq, 1) ?? [];
  if (next?.seq !== seq) return false;
  if (seq === 1) return true;
  const { holds } = await askHeads(store, province, [{ log, seq: seq - 1, hash: next.event.envelope.prev }]);
  return holds[0] === true;
}

/** Whether the very next place of a log is not here, or of one that is not known there, and its desk has said where it went. */
function isKnownBehindGap(store: Store, place: LogHead, head: number): boolean {
  if (head >= place.seq || store.beginnings.about(place.log).length === 0) return false;
  return head === 0 || endOfStretch(store, place, head) === head;
}

/** A log left before of which the very next place is not here: nobody else writes there, and a log is taken without gaps. */
function isBehindLostPlace(store: Store, former: ReadonlySet<string>, place: LogHead, head: number): boolean {
  return former.has(place.log) && endOfStretch(store, place, head) === head;
}

/** What the province is told of the logs left, where it does not know the one that followed them. */
export function leftAgain(store: Store, former: ReadonlySet<string>): LeftLog[] {
  const known = store.meta.get('leftLogs') ?? [];
  const told = new Set(known.map(({ log }) => log));
  const again = [...former]
    .filter((log) => !told.has(log))
    .map((log) => ({
      ...(store.log?.lastIn(log) ?? { log, seq: 0, hash: '0'.repeat(64) }),
      because: 'restored' as const,
    }));
  return [...known, ...again].slice(-100);
}

/**
 * Reference data as handed out; of another epoch than the one compared, the ranges this log holds stay beside them: a
 * province put back from a copy may not know them until it is told.
 */
export function withOwnGrants(store: Store, { epoch, reference }: z.output<typeof referenceReplySchema>): Reference {
  const compared = store.meta.get('compared');
  if (compared === null || compared === epoch) return reference;
  const told = new Set(reference.grants.map(({ id }) => id));
  return { ...reference, grants: [...reference.grants, ...ownGrants(store).filter(({ id }) => !told.has(id))] };
}
