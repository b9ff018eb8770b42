import { ProblemError } from '../../contract/problems.ts';
import { pullReplySchema, type PullReply } from '../../contract/sync.ts';
import type { Store } from '../store/store.ts';
import type { Province, Witnessed } from './province.ts';
import { checkPage, takePage, type Page } from './take-page.ts';

/** Rows of the feed in one request: a device has six hundred requests a minute. */
const PAGE = 250;
/** Rows in one transaction: few enough that a receipt never waits noticeably behind it. */
const SLICE = 50;

export interface PullOptions {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  /** After each page with more behind it: how many rows of the feed are left. */
  readonly progressed: (left: number) => void;
  readonly stopped: () => boolean;
}

/**
 * Takes in what the office's feed has after the cursor; a page is stored in slices, between which whoever is
 * at work goes first, and the cursor with the last of them (S6): what is stored of a page that is asked for again is known
 * by its ids. The next page is on its way meanwhile.
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
    const slices = slicesOf(reply);
    const last = slices.pop() ?? { events: [], verdicts: [] };
    for (const slice of slices) {
      checkPage({ reply: slice, isSigned: told.isSigned }, serverPublicKey);
      fresh += store.transact(() => takePage(store, slice));
      await new Promise((resolve) => setImmediate(resolve));
      if (stopped()) return fresh > 0;
    }
    checkPage({ reply: last, isSigned: told.isSigned }, serverPublicKey);
    store.transact(() => {
      fresh += takePage(store, last);
      const device = store.meta.get('enrolment')?.device;
      // Another epoch: the province was put back from a copy, and may lack papers it had confirmed.
      if (feed !== null && feed.epoch !== reply.epoch && device !== undefined) store.toSend.sendAllAgain(device);
      store.meta.set('feed', { epoch: reply.epoch, cursor: reply.cursor });
    });
    if (reply.more && reply.left !== undefined) progressed(reply.left);
  }
  return fresh > 0;
}

/** A page in parts, each event with its verdict. */
function slicesOf({ events, verdicts }: Page): Page[] {
  const slices: Page[] = [];
  const known = new Map(events.map((event) => [event.envelope.id, event]));
  for (let at = 0; at < verdicts.length; at += SLICE) {
    const some = verdicts.slice(at, at + SLICE);
    const about = some.flatMap(({ eventId }) => known.get(eventId) ?? []);
    for (const { envelope } of about) known.delete(envelope.id);
    slices.push({ events: about, verdicts: some });
  }
  if (known.size > 0) slices.push({ events: [...known.values()], verdicts: [] });
  return slices;
}
