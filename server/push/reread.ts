import { knownEventTypes } from '../../contract/events.ts';
import { lockLog, logWithKey, type LogRow } from '../store/logs.ts';
import { apartUnread, keepRelease, keptApart } from '../store/quarantine.ts';
import { guarded, inTransaction } from '../store/transaction.ts';
import { judge } from './judge.ts';
import { letInConcerned } from './let-in.ts';
import { prepare } from './prepare.ts';
import { apartOf, type PushPorts } from './push.ts';
import { takeAnew } from './take-anew.ts';

/**
 * Judges again what is kept apart because the release that took it in could not read it (`XV-03`), in the order it came:
 * the desks may be updated before the server. What this release reads has the end it would have had, and what waited for
 * it in the fold is folded with it; what names an office that was not concerned lets that office's work in.
 * @param tried looked at before by this process: not looked at again
 * @returns how many are in now
 * @throws Error where the database is away
 */
export async function readAgain(ports: PushPorts, tried: Set<string>, going: () => boolean): Promise<number> {
  let done = 0;
  for (const eventId of await apartUnread(ports.db, knownEventTypes)) {
    if (!going()) break;
    if (tried.has(eventId)) continue;
    if (await readOne(ports, eventId)) done += 1;
    tried.add(eventId);
  }
  return done;
}

/** Whether it is in now. */
async function readOne(ports: PushPorts, eventId: string): Promise<boolean> {
  const found = await keptApart(ports.db, eventId);
  const log = found === null ? null : await logWithKey(ports.db, found.log);
  if (found === null || log === null) return false;
  // Whose it is was proven when it came.
  const judged = judge(JSON.parse(found.text), log.device);
  if (judged.kind !== 'whole' || judged.whole.read === null) return false;
  const { whole } = judged;
  const now = ports.clock.now();
  const done = await inTransaction(ports.db, async (tx) => {
    const locked = await lockLog(tx, found.log);
    const then = asOf(locked, found.receivedAt);
    const work = await prepare(tx, then, [whole], { now, confirmed: new Set(), key: ports.key });
    const event = work.asStored(whole);
    const apart = apartOf(work, event);
    // Of a thing of another kind, say: no release will read that.
    if (apart === 'XV-03' || apart === 'XV-08') return null;
    const anew = await guarded(tx, () => takeAnew(work.taking, found, { event, apart }));
    if ('poison' in anew) {
      ports.poisoned(anew.poison);
      return null;
    }
    if (anew.value === null) return null;
    if (apart === null) {
      const because = 'bản phần mềm này đã đọc được';
      await keepRelease(tx, { ...found, reason: anew.value.reason, by: 'tinh', because, at: now });
      await letInConcerned(work, [event.envelope.aggregateId]);
    }
    return { isIn: apart === null, grown: work.taking.feed.grown };
  });
  if (done === null) return false;
  if (done.grown.size > 0) ports.grown(done.grown);
  return done.isIn;
}

/** The log as it was when the event came: what stood in it before its desk left it came in its own time. */
function asOf(log: LogRow, received: number): LogRow {
  return log.ended_at !== null && log.ended_at > received ? { ...log, ended_at: null } : log;
}
