import { verifierOf, type SigningKey } from '../../contract/signing.ts';
import { MAX_BATCH_BYTES, type HeldElsewhere, type PushReply, type Verdict } from '../../contract/sync.ts';
import { isSameFact } from '../../domain/log/envelope.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { Refusal } from '../problem.ts';
import type { Clock } from '../ports.ts';
import { raiseAlarm } from '../store/alarms.ts';
import { heldByIds } from '../store/events.ts';
import { lockLog, logWithKey, moveHead, type LogRow } from '../store/logs.ts';
import { passedIn } from '../store/moved.ts';
import { databaseFault, type Db, type Tx } from '../store/pool.ts';
import { guarded, inTransaction } from '../store/transaction.ts';
import { verdictsBetween } from '../store/verdicts.ts';
import { letInConcerned } from './let-in.ts';
import { judge, type WholeEvent } from './judge.ts';
import { passOver } from './pass-over.ts';
import { prepare, type Work } from './prepare.ts';
import { proven, type Placed } from './prove.ts';
import { tellOfHoles } from './holes.ts';
import { tellOfStrangers } from './strangers.ts';
import { apartBecause, isBehindEnd, takeStretch, type TakeIn } from './take-in.ts';
import { confirmedBy, signVerdict } from './verdict.ts';

export interface PushPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly key: SigningKey;
  /** Called after the commit with the offices that have something new. */
  readonly grown: (offices: ReadonlySet<string>) => void;
  /** An event the program stumbled over: kept apart, and somebody must look. */
  readonly poisoned: (error: unknown) => void;
}

export interface Sender {
  readonly device: string;
  readonly office: string;
  readonly revoked: boolean;
  /** Brought by hand from a desk that is no more: whatever log it stands in, nobody will write there again. */
  readonly isRemains?: boolean;
}

/**
 * POST /v1/push: takes what follows on the log's head, gives every event its end, answers the stored verdicts of what
 * was already here. Repeats, lost replies and cut batches are harmless.
 * @throws Refusal DT-03 for a log that is not of the sender's office, GN-02 where nothing in the batch has a place
 */
export async function push(
  ports: PushPorts,
  sender: Sender,
  request: {
    readonly log: string;
    readonly events: readonly unknown[];
    readonly verdicts?: readonly unknown[] | undefined;
  },
): Promise<PushReply> {
  const log = await logWithKey(ports.db, request.log);
  if (log === null || log.office !== sender.office || (sender.revoked && log.device !== sender.device)) {
    throw new Refusal(403, 'DT-03');
  }
  const batch = placed(request, log);
  const confirmed = confirmedBy(ports.key, request.verdicts ?? []);
  const { reply, grown } = await inTransaction(ports.db, (tx) =>
    takeBatch(ports, tx, sender, log.id, batch, { confirmed }),
  );
  if (grown.size > 0) ports.grown(grown);
  return reply;
}

/** The batch by seq; one event written twice keeps the order it came in. Ends before the first thing without a place. */
function placed(
  request: { readonly log: string; readonly events: readonly unknown[] },
  log: LogRow & { readonly public_key: string },
): Placed[] {
  const batch: Placed[] = [];
  for (const raw of request.events) {
    const judged = judge(raw, log.device);
    if (judged.kind === 'nowhere' || judged.place.log !== request.log) break;
    batch.push(judged);
  }
  if (batch.length === 0) throw new Refusal(400, 'GN-02', { params: { where: 'events[0].envelope' } });
  batch.sort((a, b) => a.place.seq - b.place.seq);
  return proven(batch, verifierOf(log.public_key));
}

/** Gives every event of a batch its end, in the caller's transaction. */
export async function takeBatch(
  ports: PushPorts,
  tx: Tx,
  sender: Sender,
  logId: string,
  batch: readonly Placed[],
  { confirmed = new Set(), isLeftBehind = false }: Partial<Pick<TakeIn, 'confirmed' | 'isLeftBehind'>> = {},
): Promise<{ reply: PushReply; grown: ReadonlySet<string> }> {
  const now = ports.clock.now();
  const locked = await lockLog(tx, logId);
  const bridge = await passedOver(tx, locked, batch);
  const log = bridge === null ? locked : { ...locked, head: bridge.seq, head_hash: bridge.hash };
  const held = await verdictsBetween(tx, logId, batch[0]?.place.seq ?? 1, log.head);
  const fresh = batch.flatMap((judged) =>
    judged.kind === 'whole' && judged.place.seq > log.head ? [judged.whole] : [],
  );
  const work = await prepare(tx, log, fresh, { now, confirmed, key: ports.key, isLeftBehind });
  const twins = new Map([...work.taken, ...(await passedTwins(tx, log, batch, held))]);
  const isOther = log.device !== sender.device || sender.isRemains === true;
  const goesOn = (seq: number): boolean => isOther || !isBehindEnd(log, seq);
  let elsewhere: readonly HeldElsewhere[] = [];
  let ended = false;
  const verdicts: Verdict[] = [];
  let head = { seq: log.head, hash: log.head_hash };
  let expected: number | null = null;

  const refuse = async (judged: Placed, reason: ProblemCode): Promise<void> => {
    const { id, log: at, seq, hash } = judged.place;
    const refusal = signVerdict(ports.key, {
      eventId: id,
      log: at,
      seq,
      hash,
      end: 'refused',
      reason,
      book: null,
      at: now,
    });
    verdicts.push(await raiseAlarm(tx, refusal, sender.device));
  };

  const settle = async (stretch: readonly WholeEvent[]): Promise<'all' | 'id-taken'> => {
    const given = await takeAll(ports, work, stretch);
    const judged = given.flatMap((verdict, nth) => {
      const envelope = stretch[nth]?.envelope;
      return envelope === undefined ? [] : [{ envelope, verdict }];
    });
    await tellOfStrangers(tx, log, sender.device, judged);
    await tellOfHoles(tx, sender.device, judged);
    for (const verdict of given) {
      held.set(verdict.seq, verdict);
      verdicts.push(verdict);
      head = { seq: verdict.seq, hash: verdict.hash };
    }
    return given.length < stretch.length ? 'id-taken' : 'all';
  };

  for (let next = 0; next < batch.length;) {
    const stretch = stretchFrom(batch, next, head, work).filter(({ place }) => goesOn(place.seq));
    next += stretch.length;
    const taken = stretch.length === 0 ? 'all' : await settle(stretch.map(({ whole }) => work.asStored(whole)));
    if (taken === 'id-taken') next = batch.findIndex(({ place }) => place.seq === head.seq + 1);
    const judged = batch[next];
    if (judged === undefined) break;
    const { place } = judged;
    if (taken === 'id-taken') {
      await refuse(judged, 'XV-16');
      break;
    }
    if (place.seq <= head.seq) {
      const known = held.get(place.seq);
      if (known !== undefined && known.hash === place.hash && known.eventId === place.id) {
        verdicts.push(known);
        next += 1;
        continue;
      }
      const moved = twins.get(place.id);
      if (moved !== undefined && judged.kind === 'whole' && isSameFact(moved.event.envelope, judged.whole.envelope)) {
        elsewhere = heldOf(batch, twins);
        break;
      }
      await refuse(judged, 'XV-02');
      break;
    }
    if (place.seq > head.seq + 1) {
      expected = head.seq + 1;
      break;
    }
    if (judged.kind === 'broken' || judged.whole.envelope.prev !== head.hash) {
      // What follows chains on bytes that are not here.
      await refuse(judged, 'XV-01');
      break;
    }
    const twin = twins.get(place.id);
    if (twin === undefined) {
      ended = true;
      break;
    }
    // Moved from a log its desk left: it stands where it came to first, and so does the rest of this batch that did.
    if (isSameFact(twin.event.envelope, judged.whole.envelope)) elsewhere = heldOf(batch, twins);
    else await refuse(judged, 'XV-16');
    break;
  }
  if (head.seq !== locked.head) {
    await moveHead(tx, logId, head.seq, head.hash);
    await letInConcerned(work, [...work.kinds.keys()]);
  }
  const reply = {
    head: head.seq,
    expected,
    verdicts,
    ...(ended ? { ended: true as const } : {}),
    ...(elsewhere.length > 0 ? { elsewhere: [...elsewhere] } : {}),
  };
  return { reply, grown: work.taking.feed.grown };
}

/** Events of a batch that stand in another place, as they stand there; no more than an answer bears. */
function heldOf(batch: readonly Placed[], twins: ReadonlyMap<string, HeldElsewhere>): HeldElsewhere[] {
  const held: HeldElsewhere[] = [];
  let bytes = 0;
  for (const judged of batch) {
    const twin = twins.get(judged.place.id);
    if (judged.kind !== 'whole' || twin === undefined) continue;
    if (!isSameFact(twin.event.envelope, judged.whole.envelope)) continue;
    bytes += judged.whole.bytes;
    if (held.length > 0 && bytes > MAX_BATCH_BYTES) break;
    held.push(twin);
  }
  return held;
}

async function passedOver(tx: Tx, log: LogRow, [first]: readonly Placed[]): ReturnType<typeof passOver> {
  return first?.kind === 'whole' ? passOver(tx, log, first.whole.envelope) : null;
}

/** Of a batch, events of places that were passed over before: as they stand elsewhere. */
async function passedTwins(
  tx: Tx,
  log: LogRow,
  batch: readonly Placed[],
  held: ReadonlyMap<number, Verdict>,
): Promise<Map<string, HeldElsewhere>> {
  const without = batch.filter(({ place }) => place.seq <= log.head && !held.has(place.seq));
  const ids = without.map(({ place }) => place.id);
  return heldByIds(tx, await passedIn(tx, log.id, ids));
}

/** What follows on the head without a fault, from `first` on. */
function stretchFrom(
  batch: readonly Placed[],
  first: number,
  head: { readonly seq: number; readonly hash: string },
  work: Work,
): Extract<Placed, { kind: 'whole' }>[] {
  const stretch: Extract<Placed, { kind: 'whole' }>[] = [];
  let { seq, hash } = head;
  for (const judged of batch.slice(first)) {
    if (judged.kind !== 'whole' || judged.place.seq !== seq + 1 || judged.whole.envelope.prev !== hash) break;
    if (work.taken.has(judged.place.id)) break;
    stretch.push(judged);
    ({ seq, hash } = judged.place);
  }
  return stretch;
}

/**
 * Takes a stretch in under one savepoint. What the program or the database stumbles over undoes it, and its halves are
 * taken each on its own, down to the one event at fault, which is kept apart: the others go on (poison delays nobody).
 * @returns the verdicts; fewer than events where the next one's id stands in another place
 */
async function takeAll(ports: PushPorts, work: Work, stretch: readonly WholeEvent[]): Promise<Verdict[]> {
  const { taking } = work;
  const incoming = stretch.map((event) => ({ event, apart: apartOf(work, event) }));
  const done = await guarded(taking.tx, () => takeStretch(taking, incoming));
  if ('value' in done) return done.value;
  if (stretch.length === 1) {
    if (databaseFault(done.poison)?.constraint === 'event_id_key') return [];
    ports.poisoned(done.poison);
    return takeStretch(
      taking,
      stretch.map((event) => ({ event, apart: 'XV-03' })),
    );
  }
  const half = Math.ceil(stretch.length / 2);
  const before = await takeAll(ports, work, stretch.slice(0, half));
  return before.length < half ? before : [...before, ...(await takeAll(ports, work, stretch.slice(half)))];
}

/** Why a fresh event of what is worked on is kept apart, or null. */
export function apartOf({ taking, kinds, concerned, proven, writers }: Work, event: WholeEvent): ProblemCode | null {
  const { id, aggregateId, hash } = event.envelope;
  return apartBecause(taking.log, event, {
    kind: kinds.get(aggregateId) ?? '',
    concern: concerned.get(aggregateId) ?? { offices: [], isBegun: false },
    isProven: proven.has(id),
    isConfirmed: taking.confirmed.has(hash),
    writers: writers.get(aggregateId) ?? [],
  });
}
