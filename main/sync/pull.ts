import { ProblemError } from '../../contract/problems.ts';
import { sha256 } from '../../contract/signing.ts';
import { pullReplySchema } from '../../contract/sync.ts';
import { sealFault } from '../../domain/log/envelope.ts';
import type { Store } from '../store/store.ts';
import type { Province } from './province.ts';
import { isGenuine } from './push.ts';

/** Events in one transaction: few enough that a receipt never waits noticeably behind it. */
const PAGE = 50;

/**
 * Takes in what the office's feed has after the cursor; page and cursor are stored together (S6).
 * @returns whether anything new came
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for an event whose bytes do not match their hash
 */
export async function pullFeed(
  store: Store,
  province: Province,
  serverPublicKey: string,
  stopped: () => boolean,
): Promise<boolean> {
  let fresh = 0;
  while (!stopped()) {
    const feed = store.meta.get('feed');
    const target = `/v1/pull?limit=${PAGE}${feed === null ? '' : `&cursor=${encodeURIComponent(feed.cursor)}`}`;
    const reply = await province.request('GET', target, null, pullReplySchema);
    // Other desks' signatures are the server's to judge (it knows their keys); whole bytes are ours.
    const verifier = { sha256, verify: () => true };
    if (reply.events.some((event) => sealFault(event, verifier) !== null)) throw new ProblemError('DT-02');
    if (reply.verdicts.some((verdict) => !isGenuine(verdict, serverPublicKey))) throw new ProblemError('DT-02');
    store.transact(() => {
      fresh += store.takeIn(reply.events);
      for (const verdict of reply.verdicts) {
        const aggregateId = store.log?.aggregateOf(verdict.eventId) ?? null;
        if (aggregateId === null) continue;
        store.outbox.settle(verdict, aggregateId);
        fresh += 1;
      }
      const own = store.log?.head() ?? null;
      // Another epoch: the province was put back from a copy, and may lack what it had confirmed.
      if (feed !== null && feed.epoch !== reply.epoch && own !== null && own.seq > 0) {
        store.outbox.sendNewestAgain(own.log);
      }
      const device = store.meta.get('enrolment')?.device;
      if (feed !== null && feed.epoch !== reply.epoch && device !== undefined) store.toSend.sendAllAgain(device);
      store.meta.set('feed', { epoch: reply.epoch, cursor: reply.cursor });
    });
    if (!reply.more) break;
    if (reply.cursor === feed?.cursor) throw new ProblemError('DT-02');
  }
  return fresh > 0;
}
