import { ProblemError } from '../../contract/problems.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import type { TakingMuch } from '../store/taking-much.ts';
import type { Witnessed } from './province.ts';
import { readPage, takePage, type UnreadPage } from './take-page.ts';
import { turns as turnsBy } from './turns.ts';

/** With so many rows of the feed to come, taking them in is made easy on the desk. */
const MUCH = 5000;

export interface PagesOptions {
  readonly store: Store;
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

/** How one kind of pages is asked for, and what is kept of how far they were read. */
export interface PageKind<P extends UnreadPage & { readonly left?: number | undefined }> {
  readonly ask: (from: string | null) => Promise<Witnessed<P>>;
  /** Where the page behind this one begins; null: there is none. */
  readonly nextOf: (page: P) => string | null;
  /** In the transaction that stores the last of the page (S6). */
  readonly keep: (page: P) => void;
}

/**
 * What a page's epoch means for what is here, in the transaction that stores the page.
 * @param before the epoch of the page before it; null: of none
 */
export function hearEpoch({ meta, toSend }: Store, before: string | null, epoch: string): void {
  // Nothing of this machine was confirmed before it knew an epoch. What was since can be lost with the next.
  if (before === null && meta.get('compared') === null) meta.set('compared', epoch);
  // Another epoch: the province was put back from a copy, and may lack papers it had confirmed.
  if (before !== null && before !== epoch) toSend.sendAllAgain();
}

/**
 * Takes in page after page; each is read and stored in turns, between which whoever is at work goes first. What is stored
 * of a page that is asked for again is known by its ids. The next page is on its way meanwhile, and what waits to be sent
 * goes between two pages.
 * @returns whether anything new came
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for an event whose bytes do not match their hash
 */
export async function takePages<P extends UnreadPage & { readonly left?: number | undefined }>(
  { ask, nextOf, keep }: PageKind<P>,
  start: string | null,
  { store, clock, serverPublicKey, progressed, between, stopped }: PagesOptions,
): Promise<boolean> {
  const asking = (from: string | null): Promise<Witnessed<P>> => {
    const answer = ask(from);
    // Where the page before it cannot be stored, nobody waits for this one.
    answer.catch(() => undefined);
    return answer;
  };
  const turns = turnsBy(() => clock.monotonic());
  let fresh = 0;
  let from = start;
  let coming: Promise<Witnessed<P>> | null = asking(from);
  let much: TakingMuch | null = null;
  try {
    while (coming !== null && !stopped()) {
      const told: Witnessed<P> = await coming;
      const { reply } = told;
      const next = nextOf(reply);
      if (next !== null && next === from) throw new ProblemError('DT-02');
      from = next;
      coming = next !== null && !stopped() ? asking(next) : null;
      await turns.next();
      const page = await readPage(told, serverPublicKey, turns);
      if ((reply.left ?? 0) >= MUCH) much ??= store.takeMuch();
      const whenAll = (): void => keep(reply);
      fresh += await takePage(page, { store, by: much ?? store, turns, stopped, whenAll });
      if (next !== null && reply.left !== undefined) progressed(reply.left);
      await much?.tend();
      if (coming === null || stopped() || !between.isDue()) continue;
      // The own log may have been left in a page that a power cut would undo: the province must not know more than the disk.
      much?.toDisk();
      await between.go();
    }
  } finally {
    await much?.end();
  }
  return fresh > 0;
}
