import { openPageSchema } from '../../contract/sync.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import type { Between } from './pages.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { readPage, takePage } from './take-page.ts';
import { turns as turnsBy } from './turns.ts';

export interface OpenFirstOptions {
  readonly store: Store;
  readonly province: Province;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly serverPublicKey: string;
  /** After each page that brought something. */
  readonly progressed: () => void;
  readonly between: Between;
  readonly stopped: () => boolean;
}

/**
 * A desk that has nothing yet (máy mới) takes in its office's open dossiers before the feed, so that its counter works on
 * them while the history of years comes. The feed brings them once more, and they are known then. Goes on after a stop
 * where it was; once the feed has begun there is nothing to do.
 * @throws LineDown, ProvinceRefused, ProblemError DT-02
 */
export async function takeOpenFirst({
  store,
  province,
  clock,
  serverPublicKey,
  progressed,
  between,
  stopped,
}: OpenFirstOptions): Promise<void> {
  const turns = turnsBy(() => clock.monotonic());
  while (!stopped() && store.meta.get('feed') === null) {
    const at = store.meta.get('openFirst');
    if (at?.isDone === true) return;
    const target = `/v1/pull/open${at === null ? '' : `?after=${at.after}`}`;
    const told = await province.witnessed('GET', target, null, openPageSchema).catch((error: unknown) => {
      // An older server does not know the way: the feed brings everything all the same.
      if (error instanceof ProvinceRefused && error.status === 404 && error.isItsWord) {
        return { reply: { events: [], verdicts: [], after: null }, isSigned: false };
      }
      throw error;
    });
    await turns.next();
    const { after } = told.reply;
    const page = await readPage(told, serverPublicKey, turns);
    const whenAll = (): void => {
      store.meta.set('openFirst', { after: after ?? at?.after ?? '', isDone: after === null });
    };
    await takePage(page, { store, by: store, turns, stopped, whenAll });
    if (page.events.length > 0) progressed();
    if (after !== null && !stopped() && between.isDue()) await between.go();
  }
}
