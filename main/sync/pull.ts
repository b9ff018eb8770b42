import { ProblemError } from '../../contract/problems.ts';
import { pullReplySchema, type PullReply } from '../../contract/sync.ts';
import type { Store } from '../store/store.ts';
import type { Province, Witnessed } from './province.ts';
import { checkPage, takePage } from './take-page.ts';

/** Events in one transaction: few enough that a receipt never waits noticeably behind it. */
const PAGE = 50;

export interface PullOptions {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  /** After each page with more behind it: how many rows of the feed are left. */
  readonly progressed: (left: number) => void;
  readonly stopped: () => boolean;
}

/**
 * Takes in what the office's feed has after the cursor; page and cursor are stored together (S6). The next page is on
 * its way while one is stored.
 * @returns whether anything new came
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for an event whose bytes do not match their hash
 */
export async function pullFeed({
  store,
  province,
  serverPublicKey,
  progressed,
  stopped,
}: PullOptions): Promise<boolean> {
  const ask = (cursor: string | null): Promise<Witnessed<PullReply>> => {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = province.witnessed('GET', `/v1/pull?limit=${PAGE}${from}`, null, pullReplySchema);
    // Where the page before it cannot be stored, nobody waits for this one.
    answer.catch(() => undefined);
    return answer;
  };
  let fresh = 0;
  let next: Promise<Witnessed<PullReply>> | null = ask(store.meta.get('feed')?.cursor ?? null);
  while (next !== null && !stopped()) {
    const feed = store.meta.get('feed');
    const told: Witnessed<PullReply> = await next;
    const { reply } = told;
    if (reply.more && reply.cursor === feed?.cursor) throw new ProblemError('DT-02');
    next = reply.more && !stopped() ? ask(reply.cursor) : null;
    checkPage(told, serverPublicKey);
    store.transact(() => {
      fresh += takePage(store, reply);
      const device = store.meta.get('enrolment')?.device;
      // Another epoch: the province was put back from a copy, and may lack papers it had confirmed.
      if (feed !== null && feed.epoch !== reply.epoch && device !== undefined) store.toSend.sendAllAgain(device);
      store.meta.set('feed', { epoch: reply.epoch, cursor: reply.cursor });
    });
    if (reply.more && reply.left !== undefined) progressed(reply.left);
  }
  return fresh > 0;
}
