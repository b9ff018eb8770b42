import { FOLD_VERSION } from '../../domain/dossier/fold.ts';
import { saveViews, viewsOfOtherFolds } from '../store/dossiers.ts';
import { eventsOf, lockAggregates } from '../store/events.ts';
import type { Db } from '../store/pool.ts';
import { inTransaction } from '../store/transaction.ts';
import { foldStored } from './fold.ts';

const AT_ONCE = 50;

/**
 * Folds every dossier anew whose view is of another fold version, a few at a time, while the server works on.
 * @param going false: stop after the page under way
 * @returns how many were folded
 */
export async function rebuildViews(db: Db, going: () => boolean = () => true): Promise<number> {
  let done = 0;
  for (let after = ''; going();) {
    const ids = await viewsOfOtherFolds(db, FOLD_VERSION, after, AT_ONCE);
    if (ids.length === 0) return done;
    for (const id of ids) {
      await inTransaction(db, async (tx) => {
        await lockAggregates(tx, new Map([[id, 'dossier']]));
        const view = foldStored(id, await eventsOf(tx, id));
        if (view !== null) await saveViews(tx, [view]);
      });
      done += 1;
    }
    after = ids.at(-1) ?? after;
  }
  return done;
}
