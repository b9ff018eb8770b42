import { ProblemError } from '../../contract/problems.ts';
import { pullPageSchema, type PullPage } from '../../contract/sync.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import type { TakingMuch } from '../store/taking-much.ts';
import type { Province, Witnessed } from './province.ts';
import { readPage, takePage } from './take-page.ts';
import { turns as turnsBy } from './turns.ts';

/** Rows of the feed in one request: as many as a server gives. A device has a number of requests a minute, not of rows. */
const PAGE = 500;

/** With so many rows of the feed to come, taking them in is made easy on the desk. */
const MUCH = 5000;

export interface PullOptions {
  readonly store: Store;
  readonly province: Province;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly serverPublicKey: string;
  /** After each page with more behind it: how many rows of the feed are left. */
  readonly progressed: (left: number) => void;
  /** Between two pages: what was written meanwhile need not wait for the end of a long feed. */
  readonly between: Between;
  readonly stopped: () => boolean;
}

/** What is done between two pages. */
export interface Between {
  /** Whether there is anything to do now. */
  isDue(): boolean;
  /** Called only once the disk holds whatever was stored of the pages. */
  go(): Promise<void>;
}

/**
 * Takes in what the office's feed has after the cursor; a page is read and stored in turns, between which whoever is
 * at work goes first, and the cursor with the last of it (S6): what is stored of a page that is asked for again is known
 * by its ids. The next page is on its way meanwhile, and what waits to be sent goes between two pages.
 * @returns whether anything new came
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for an event whose bytes do not match their hash
 */
export async function pullFeed({
  store,
  province,
  clock,
  serverPublicKey,
  progressed,
  between,
  stopped,
}: PullOptions): Promise<boolean> {
  const ask = (cursor: string | null): Promise<Witnessed<PullPage>> => {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = province.witnessed('GET', `/v1/pull?limit=${PAGE}${from}`, null, pullPageSchema);
    // Where the page before it cannot be stored, nobody waits for this one.
    answer.catch(() => undefined);
    return answer;
  };
  const turns = turnsBy(() => clock.monotonic());
  let fresh = 0;
  let next: Promise<Witnessed<PullPage>> | null = ask(store.meta.get('feed')?.cursor ?? null);
  let much: TakingMuch | null = null;
  try {
    while (next !== null && !stopped()) {
      const feed = store.meta.get('feed');
      const told: Witnessed<PullPage> = await next;
      const { reply } = told;
      if (reply.more && reply.cursor === feed?.cursor) throw new ProblemError('DT-02');
      next = reply.more && !stopped() ? ask(reply.cursor) : null;
      await turns.next();
      const page = await readPage(told, serverPublicKey, turns);
      const whenAll = (): void => {
        // Another epoch: the province was put back from a copy, and may lack papers it had confirmed.
        if (feed !== null && feed.epoch !== reply.epoch) store.toSend.sendAllAgain();
        store.meta.set('feed', { epoch: reply.epoch, cursor: reply.cursor });
      };
      if ((reply.left ?? 0) >= MUCH) much ??= store.takeMuch();
      fresh += await takePage(page, { store, by: much ?? store, turns, stopped, whenAll });
      if (reply.more && reply.left !== undefined) progressed(reply.left);
      await much?.tend();
      if (next === null || stopped() || !between.isDue()) continue;
      // The own log may have been left in a page that a power cut would undo: the province must not know more than the disk.
      much?.toDisk();
      await between.go();
    }
  } finally {
    await much?.end();
  }
  return fresh > 0;
}
