import type { z } from 'zod';
import {
  beginLogReplySchema,
  type beginLogRequestSchema,
  type LeftBecause,
  type LeftLog,
} from '../../contract/logs.ts';
import { ProblemError } from '../../contract/problems.ts';
import { headsReplySchema, type NumberGrant, type Verdict } from '../../contract/sync.ts';
import type { LogHole } from '../../domain/log/hole.ts';
import type { LogHead, Stamp } from '../store/events.ts';
import { noteLogMatter } from '../store/log-matters.ts';
import { bodyOf, type Store } from '../store/store.ts';
import type { Province } from './province.ts';
import type { PushResult } from './push.ts';

/** Places a question about a parted log asks for one by one; beyond them ever farther apart. */
const NEAR_PLACES = 400;
const ASK_AT_ONCE = 500;
/** Of a longer gap the first places are told. */
const HOLES_TOLD = 100;

/**
 * Tells the province of the log this desk has begun and of those it left. Safe to repeat.
 * @returns whether there was anything to tell
 * @throws LineDown, ProvinceRefused
 */
export async function tellOfNewLog(store: Store, province: Province): Promise<boolean> {
  const left = store.meta.get('leftLogs') ?? [];
  const log = store.meta.get('enrolment')?.log;
  if (left.length === 0 || log === undefined) return false;
  await province.request('POST', '/v1/log', beginRequest(store, left), beginLogReplySchema);
  const told = new Set(left.map((one) => one.log));
  store.transact(() => {
    store.meta.set(
      'leftLogs',
      (store.meta.get('leftLogs') ?? []).filter((one) => !told.has(one.log)),
    );
  });
  return true;
}

/** What the province is told of the own log: those left since it was last told, and what was moved. */
export function beginRequest(store: Store, left: readonly LeftLog[]): z.output<typeof beginLogRequestSchema> {
  const log = store.meta.get('enrolment')?.log ?? '';
  const moved = store.beginnings.get(log)?.moved ?? [];
  return { log, left: [...left], moved, device: null, signature: null };
}

/**
 * Tells the province, as far as it is known here, how that log of a desk of the office began, and what went from it to
 * others: in that desk's own signed words.
 * @returns whether there was anything to tell
 * @throws LineDown; ProvinceRefused
 */
export async function tellOfLog(store: Store, province: Province, log: string): Promise<boolean> {
  const known = store.beginnings.about(log);
  for (const beginning of known) await province.request('POST', '/v1/log', beginning, beginLogReplySchema);
  return known.length > 0;
}

/**
 * Goes on after the province has said no to the own log: whatever it does not hold there moves to a new one. What it holds
 * under the same hash stays.
 * @throws LineDown, ProvinceRefused
 */
export async function leaveAfter(
  result: Extract<PushResult, { kind: 'refused' | 'ended' }>,
  store: Store,
  province: Province,
): Promise<void> {
  if (result.kind === 'ended') {
    store.leaveLog({ because: 'ended', from: null, renamed: [] });
    return;
  }
  if (givesUp(result.verdict, store)) return;
  const { eventId, seq, reason } = result.verdict;
  const because: LeftBecause = reason === 'XV-02' ? 'place-taken' : 'refused';
  const from = await firstStrange(store, province, seq);
  store.leaveLog({ because, from, renamed: reason === 'XV-16' ? [eventId] : [] });
}

/**
 * Sealed anew in a log that holds nothing else, and still not what the province takes: it is the event itself. It stays here,
 * its dossier says so, and what follows goes on without it (S4).
 * @returns whether it is that
 */
export function givesUp(verdict: Verdict, store: Store): boolean {
  const { eventId, log, seq, reason } = verdict;
  if (reason !== 'XV-01' || seq !== 1 || (store.meta.get('formerLogs') ?? []).length === 0) return false;
  store.transact(() => {
    const aggregateId = store.log?.aggregateOf(eventId) ?? null;
    if (aggregateId !== null) store.outbox.settle(verdict, aggregateId);
    store.giveUp(log, seq);
  });
  store.leaveLog({ because: 'refused', from: seq + 1, renamed: [] });
  return true;
}

/**
 * Goes on where the place that the province wants next of the own log is lost here, and nobody has said why: nothing behind it
 * could ever come in. What stands behind moves to a new log; the officers and the province are told that something is lost.
 * @param now device clock, ms
 * @throws ProblemError DT-02 where it is here, or nothing stands behind it
 */
export function leaveGap(store: Store, wanted: number, now: number): void {
  const { log, device } = store.meta.get('enrolment') ?? { log: '', device: '' };
  const next = store.log?.eventsFrom(log, wanted, 1)[0]?.seq ?? wanted;
  if (next === wanted) throw new ProblemError('DT-02');
  // First: interrupted before the log is left, it is told all the same.
  store.transact(() => {
    const known = store.meta.get('holes') ?? [];
    const places = Array.from({ length: Math.min(next - wanted, HOLES_TOLD) }, (_, nth) => wanted + nth);
    const untold = places.filter((seq) => !known.some((hole) => hole.log === log && hole.seq === seq));
    const nothing = { id: null, hash: null, aggregateId: null };
    store.meta.set('holes', [...known, ...untold.map((seq) => ({ log, seq, ...nothing }))]);
    noteLogMatter(store.meta, { log, because: 'lost', device, at: now });
  });
  store.leaveLog({ because: 'restored', from: wanted, renamed: [] });
}

/** Closes places that are lost for good, each by an event of its own. @returns whether there were any */
export function closeHoles(store: Store, stamp: () => Stamp, now: number): boolean {
  const holes = store.meta.get('holes') ?? [];
  if (holes.length === 0) return false;
  store.record(() => ({
    now,
    events: holes.map((hole) => ({
      stamp: stamp(),
      event: {
        aggregate: 'log',
        aggregateId: hole.log,
        after: [],
        type: 'log.hole',
        version: 1,
        body: bodyOf(hole satisfies LogHole),
        // No person's doing.
        actor: 'may',
        approvedBy: null,
      },
    })),
    also: () => store.meta.set('holes', []),
  }));
  return true;
}

/**
 * The first own place, up to `seq`, that the province does not hold as it stands here. Far back it is looked for in steps:
 * what is named too early moves without need, and is answered with the place it has.
 */
async function firstStrange(store: Store, province: Province, seq: number): Promise<number> {
  const log = store.meta.get('enrolment')?.log ?? '';
  const near = store.log?.before(log, seq, NEAR_PLACES) ?? [];
  const far: typeof near = [];
  for (let step = NEAR_PLACES * 2; step < seq && near.length + far.length < ASK_AT_ONCE; step *= 2) {
    far.push(...(store.log?.before(log, seq - step, 1) ?? []));
  }
  const places = [...near, ...far].map(({ envelope }) => envelope);
  if (places.length === 0) return 1;
  const { holds } = await askHeads(store, province, places);
  const agreed = Math.max(0, ...places.filter((_, at) => holds[at] === true).map((place) => place.seq));
  return agreed + 1;
}

/**
 * How far the province holds logs, and whether it holds these places. The ranges of numbers this desk has, and had in logs it
 * left, go along each time: with the first such question after a restore the province takes them as told.
 * @throws LineDown, ProvinceRefused
 */
export async function askHeads(
  store: Store,
  province: Province,
  heads: readonly LogHead[],
): Promise<z.output<typeof headsReplySchema>> {
  // Of a log with nothing in it only how far it is held can be asked.
  const places = heads.map(({ log, seq, hash }) => ({ log, seq: Math.max(1, seq), hash }));
  const grants = [...(store.meta.get('leftGrants') ?? []), ...ownGrants(store)];
  return province.request('POST', '/v1/heads', { places, grants }, headsReplySchema);
}

/** The ranges of numbers given to the own log, as far as this desk knows. */
export function ownGrants(store: Store): NumberGrant[] {
  const log = store.meta.get('enrolment')?.log;
  return (store.reference.get('grants') ?? []).filter((grant) => grant.log === log);
}
