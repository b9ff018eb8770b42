import { verifierOf } from '../../contract/signing.ts';
import { logEventSchema, type HeldElsewhere, type Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { Refusal } from '../problem.ts';
import { judge } from '../push/judge.ts';
import { isBehindEnd } from '../push/take-in.ts';
import { isConfirming } from '../push/verdict.ts';
import { deviceById } from '../store/devices.ts';
import { heldByIds } from '../store/events.ts';
import { notCompared } from '../store/grants.ts';
import { logWithKey } from '../store/logs.ts';
import { movedAt } from '../store/moved.ts';
import type { PortalPlace } from '../store/portal.ts';
import type { Tx } from '../store/pool.ts';
import { restatingLog } from '../store/restated.ts';
import { inTransaction } from '../store/transaction.ts';
import { takeAgain, type OutOfPlace, type PortalPorts } from './write.ts';

/** An event as a desk holds it, with the province's verdict of then; null: it has none. */
export interface Forgotten {
  readonly event: unknown;
  readonly verdict: Verdict | null;
}

export interface Restated {
  readonly held: readonly HeldElsewhere[];
  /** Ids of those that a machine may still bring in their place. */
  readonly waits: readonly string[];
}

/**
 * Takes in again what this province had confirmed, forgot when it was put back from a copy, and can have in its place no
 * more: a log is taken without gaps, and what stood before it is lost with every disk that had it. It goes on in a log of
 * the province's own for that office (one an epoch) under its own id, word for word, its `after` too. While a machine of the
 * office has not yet told what it holds, it may bring it in its place, and it waits. So does an event that this province
 * never judged go on, where its own desk's signature is on it and the log holds another in its place (a desk that was put back
 * from a copy has written over what its colleagues had heard), or the desk has left the log before it (what stood between is
 * lost with its disk).
 * @param office of the desk that asks: the log's own where the province does not know its device any more
 * @throws Refusal 400 GN-02 for an event that is not whole, or a verdict that is not this province's word that it was in
 */
export async function restate(
  ports: PortalPorts,
  place: PortalPlace,
  office: string,
  forgotten: readonly Forgotten[],
): Promise<Restated> {
  const all = forgotten.map((one, nth) => ({ event: wholeIn(ports, one, nth), isConfirmed: one.verdict !== null }));
  const held: HeldElsewhere[] = [];
  const waits: string[] = [];
  const grown = new Set<string>();
  for (const { event, isConfirmed } of all) {
    const done = await inTransaction(ports.db, (tx) => restateOne(ports, tx, place, office, { event, isConfirmed }));
    if (done === null) waits.push(event.envelope.id);
    else {
      held.push(done.held);
      done.grown.forEach((one) => grown.add(one));
    }
  }
  if (grown.size > 0) ports.grown(grown);
  return { held, waits };
}

/** The event, whole, and, where a verdict is told, that it is the province's word that it was in. @throws Refusal 400 GN-02 */
function wholeIn({ key }: PortalPorts, { event: raw, verdict }: Forgotten, nth: number): LogEvent {
  const event = logEventSchema.safeParse(raw).data;
  const judged = event === undefined ? null : judge(event, event.envelope.device);
  const { id, log, seq, hash } = event?.envelope ?? { id: '', log: '', seq: 0, hash: '' };
  const isAbout =
    verdict === null ||
    (verdict.eventId === id &&
      verdict.log === log &&
      verdict.seq === seq &&
      verdict.hash === hash &&
      isConfirming(key, verdict));
  if (event === undefined || judged?.kind !== 'whole' || !isAbout) {
    throw new Refusal(400, 'GN-02', { params: { where: `held[${nth}]` } });
  }
  return event;
}

/** @returns null where a machine may still bring it in its place */
async function restateOne(
  ports: PortalPorts,
  tx: Tx,
  portal: PortalPlace,
  asker: string,
  { event, isConfirmed }: { readonly event: LogEvent; readonly isConfirmed: boolean },
): Promise<{ readonly held: HeldElsewhere; readonly grown: ReadonlySet<string> } | null> {
  const { id, device, log } = event.envelope;
  const heldNow = async (): Promise<HeldElsewhere | undefined> => (await heldByIds(tx, [id])).get(id);
  const known = await heldNow();
  if (known !== undefined) return { held: known, grown: new Set() };
  const written = await logWithKey(tx, log);
  const office = written?.office ?? (await deviceById(tx, device))?.office ?? asker;
  // A kiosk or a display too: what it holds behind this place can come in by this log only, because it tells nothing here.
  if ((await notCompared(tx, office)).size > 0) return null;
  const how = isConfirmed ? 'confirmed' : await whyOutOfPlace(tx, asker, event);
  if (how === null) return null;
  const made = { device: portal.device, office, log: ports.random.id() };
  const place = { ...made, log: await restatingLog(tx, made) };
  const { grown } = await takeAgain(ports, tx, place, event, how);
  // Or somebody brought it meanwhile, before this took its locks.
  const held = await heldNow();
  if (held === undefined) throw new Error('an event that was taken in is not held');
  return { held, grown };
}

/**
 * Why an event that a desk of that office has signed can come in in its place no more: the province holds another of that desk
 * there, or the desk has left the log before it, and what stood between is lost. Null: it may still come in its own place, or
 * in the one that its desk has signed it moved it to.
 */
async function whyOutOfPlace(tx: Tx, office: string, { envelope }: LogEvent): Promise<OutOfPlace | null> {
  const { id, device, log, seq, hash, signature } = envelope;
  const written = await logWithKey(tx, log);
  if (written === null || written.device !== device || written.office !== office) return null;
  // What a revoked desk wrote beyond the trusted place comes in by nobody's hand but an administrator's.
  if (written.trusted !== null && seq > written.trusted) return null;
  if (!verifierOf(written.public_key).verify(hash, signature)) return null;
  if (seq <= written.head) return 'writtenOver';
  if (!isBehindEnd(written, seq) || (await movedAt(tx, log, seq, seq)).get(seq) === id) return null;
  return 'leftBehind';
}
