import type { Verdict } from '../../contract/sync.ts';
import { Refusal } from '../problem.ts';
import { lockLog, logWithKey } from '../store/logs.ts';
import { keptApart, keepRelease } from '../store/quarantine.ts';
import { inTransaction } from '../store/transaction.ts';
import { judge } from './judge.ts';
import { letInConcerned } from './let-in.ts';
import { prepare } from './prepare.ts';
import type { PushPorts } from './push.ts';
import { takeAnew } from './take-anew.ts';

export interface ReleaseOrder {
  readonly eventId: string;
  /** Account of the administrator, or the name given at the command line. */
  readonly by: string;
  readonly because: string;
  /** Of this office's logs only; null: of any. */
  readonly office: string | null;
}

/**
 * Lets an event in that was kept apart: it is folded, enters the feeds it concerns, and has a new verdict. Who let it in
 * and why stays with it.
 * @throws Refusal 404 SV-02 where no such event is kept apart there, 409 XV-03 where this release cannot read it
 */
export async function release(ports: PushPorts, order: ReleaseOrder): Promise<Verdict> {
  const found = await keptApart(ports.db, order.eventId);
  const log = found === null ? null : await logWithKey(ports.db, found.log);
  if (found === null || log === null || (order.office !== null && log.office !== order.office)) {
    throw new Refusal(404, 'SV-02');
  }
  // Whose it is was proven when it came.
  const judged = judge(JSON.parse(found.text), log.device);
  if (judged.kind !== 'whole' || judged.whole.read === null) throw new Refusal(409, 'XV-03');
  const event = judged.whole;
  const now = ports.clock.now();
  const { verdict, grown } = await inTransaction(ports.db, async (tx) => {
    const locked = await lockLog(tx, found.log);
    const work = await prepare(tx, locked, [event], { now, confirmed: new Set(), key: ports.key });
    const { taking } = work;
    // Its body may have been erased by law since it was read.
    const anew = await takeAnew(taking, found, { event: work.asStored(event), apart: null });
    if (anew === null) throw new Refusal(404, 'SV-02');
    await keepRelease(tx, { ...found, reason: anew.reason, by: order.by, because: order.because, at: now });
    // It may have been what named the office of others that wait.
    await letInConcerned(work, [event.envelope.aggregateId]);
    return { verdict: anew.verdict, grown: taking.feed.grown };
  });
  if (grown.size > 0) ports.grown(grown);
  return verdict;
}
