import { sealerOf } from '../../contract/signing.ts';
import { logEventSchema, type HeldElsewhere, type Verdict } from '../../contract/sync.ts';
import { sealAnew } from '../../domain/log/envelope.ts';
import { portalKeyOf } from '../keys.ts';
import type { Randomness } from '../ports.ts';
import { Refusal } from '../problem.ts';
import { deviceById } from '../store/devices.ts';
import { isStillCompared } from '../store/grants.ts';
import { heldByIds } from '../store/events.ts';
import { lockLog, logWithKey, moveHead } from '../store/logs.ts';
import { restatingLog } from '../store/restated.ts';
import type { PortalPlace } from '../store/portal.ts';
import type { Tx } from '../store/pool.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertVerdicts } from '../store/verdicts.ts';
import { judge, type WholeEvent } from './judge.ts';
import { letInConcerned } from './let-in.ts';
import { prepare } from './prepare.ts';
import { apartOf, type PushPorts } from './push.ts';
import { takeStretch } from './take-in.ts';
import { isConfirming, signVerdict } from './verdict.ts';

export interface RestatePorts extends PushPorts {
  readonly random: Randomness;
}

/** An event as a desk holds it, with the province's verdict of then. */
export interface Forgotten {
  readonly event: unknown;
  readonly verdict: Verdict;
}

export interface Restated {
  readonly held: readonly HeldElsewhere[];
  /** Ids of those that a desk may still bring in their place. */
  readonly waits: readonly string[];
}

/**
 * Takes in again what this province had confirmed, forgot when it was put back from a copy, and can have in its place no
 * more: a log is taken without gaps, and what stood before it is lost with every disk that had it. It goes on in a log of
 * the province's own for that office (one an epoch) under its own id, word for word, its `after` too. While a desk of the
 * office has not yet told what it holds, that desk may bring it in its place, and it waits.
 * @param office of the desk that asks: the log's own where the province does not know its device any more
 * @throws Refusal 400 GN-02 for an event that is not whole, or a verdict that is not this province's word that it was in
 */
export async function restate(
  ports: RestatePorts,
  place: PortalPlace,
  office: string,
  forgotten: readonly Forgotten[],
): Promise<Restated> {
  const whole = forgotten.map((one, nth) => wholeOf(ports, one, nth));
  const held: HeldElsewhere[] = [];
  const waits: string[] = [];
  const grown = new Set<string>();
  for (const event of whole) {
    const done = await inTransaction(ports.db, (tx) => restateOne(ports, tx, place, office, event));
    if (done === null) waits.push(event.envelope.id);
    else {
      held.push(done.held);
      done.grown.forEach((one) => grown.add(one));
    }
  }
  if (grown.size > 0) ports.grown(grown);
  return { held, waits };
}

function wholeOf({ key }: RestatePorts, { event, verdict }: Forgotten, nth: number): WholeEvent {
  const device = logEventSchema.safeParse(event).data?.envelope.device;
  const judged = device === undefined ? null : judge(event, device);
  const { id, log, seq, hash } = judged?.kind === 'whole' ? judged.place : { id: '', log: '', seq: 0, hash: '' };
  const isAbout = verdict.eventId === id && verdict.log === log && verdict.seq === seq && verdict.hash === hash;
  if (judged?.kind !== 'whole' || !isAbout || !isConfirming(key, verdict)) {
    throw new Refusal(400, 'GN-02', { params: { where: `held[${nth}]` } });
  }
  return judged.whole;
}

/** @returns null where a desk may still bring it in its place */
async function restateOne(
  ports: RestatePorts,
  tx: Tx,
  place: PortalPlace,
  asker: string,
  { envelope: was, bodyText, salt }: WholeEvent,
): Promise<{ readonly held: HeldElsewhere; readonly grown: ReadonlySet<string> } | null> {
  const [known] = (await heldByIds(tx, [was.id])).values();
  if (known !== undefined) return { held: known, grown: new Set() };
  const written = await logWithKey(tx, was.log);
  const office = written?.office ?? (await deviceById(tx, was.device))?.office ?? asker;
  if (await isStillCompared(tx, office)) return null;
  const now = ports.clock.now();
  const log = await lockLog(tx, await restatingLog(tx, { ...place, office, log: ports.random.id() }));
  const sealed = sealAnew(
    // Canonical JSON of what had passed its schema.
    { envelope: was, body: bodyText === null ? null : JSON.parse(bodyText), salt } as HeldElsewhere['event'],
    { id: was.id, after: was.after, device: log.device, log: log.id, seq: log.head + 1, prev: log.head_hash },
    sealerOf(portalKeyOf(ports.key)),
  );
  const judged = judge(sealed, log.device);
  if (judged.kind !== 'whole') throw new Error('the province sealed an event that is not whole');
  const { hash } = judged.place;
  const work = await prepare(tx, log, [judged.whole], { now, confirmed: new Set([hash]) });
  // Somebody brought it between the question and the locks.
  const meanwhile = work.taken.get(was.id);
  if (meanwhile !== undefined) return { held: meanwhile, grown: new Set() };
  const event = work.asStored(judged.whole);
  const isBeyond = written !== null && written.trusted !== null && was.seq > written.trusted;
  const [end] = await takeStretch(work.taking, [{ event, apart: isBeyond ? 'XV-06' : apartOf(work, event) }]);
  if (end === undefined) throw new Error('an event without an end');
  const verdict = signVerdict(ports.key, { eventId: was.id, log: log.id, seq: log.head + 1, hash, ...end, at: now });
  await insertVerdicts(tx, [verdict]);
  await moveHead(tx, log.id, log.head + 1, hash);
  await letInConcerned(ports.key, work, [...work.kinds.keys()]);
  const [held] = (await heldByIds(tx, [was.id])).values();
  if (held === undefined) throw new Error('an event that was taken in is not held');
  return { held, grown: work.taking.feed.grown };
}
