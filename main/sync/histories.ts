import { historyPageSchema, type HistoryPage } from '../../contract/histories.ts';
import { hearEpoch, takePages } from './pages.ts';
import { ProvinceRefused, type Witnessed } from './province.ts';
import { PAGE, type PullOptions } from './pull.ts';

/**
 * A desk whose feed has not begun takes in everything that stands in it by whole histories: each dossier, ticket and batch
 * with all its events at once, so that it is folded once and not at each of its events. The feed goes on behind them. Goes
 * on after a stop where it was; once the feed has begun there is nothing to do.
 * @returns whether anything new came
 * @throws what `takePages` throws
 */
export async function takeHistories({ province, ...options }: PullOptions): Promise<boolean> {
  const { meta } = options.store;
  if (meta.get('feed') !== null) return false;
  const ask = (at: string | null): Promise<Witnessed<HistoryPage>> =>
    province.witnessed(
      'GET',
      `/v1/pull/history?limit=${PAGE}${at === null ? '' : `&at=${at}`}`,
      null,
      historyPageSchema,
    );
  const keep = ({ epoch, at, cursor }: HistoryPage): void => {
    hearEpoch(options.store, meta.get('histories')?.epoch ?? null, epoch);
    if (at === null) meta.set('feed', { epoch, cursor });
    else meta.set('histories', { epoch, at });
  };
  try {
    return await takePages({ ask, nextOf: ({ at }) => at, keep }, meta.get('histories')?.at ?? null, options);
  } catch (error) {
    // An older server does not know the way: the feed brings everything from its beginning.
    if (error instanceof ProvinceRefused && error.status === 404 && error.isItsWord) return false;
    throw error;
  }
}
