import { FOLD_VERSION } from '../../domain/dossier/fold.ts';
import { saveViews, viewsOfOlderFolds } from '../store/dossiers.ts';
import { eventsOf, lockAggregates } from '../store/events.ts';
import type { Db } from '../store/pool.ts';
import { guarded, inTransaction } from '../store/transaction.ts';
import { foldStored } from './fold.ts';

const AT_ONCE = 50;

/** What a round of folding anew minds. */
export interface Rebuilding {
  /** False: stop after the dossier under way. */
  readonly going: () => boolean;
  /** Dossiers the fold stumbled over: not tried again. */
  readonly stuck: Set<string>;
  /** Told of each of these once. */
  readonly stumbled: (dossier: string, error: unknown) => void;
}

/**
 * Folds every dossier anew whose view is of an older fold, one by one, while the server works on. One that the fold
 * stumbles over keeps the view it has, and the others go on.
 * @returns how many were folded
 * @throws Error where the database is away
 */
export async function rebuildViews(db: Db, { going, stuck, stumbled }: Rebuilding): Promise<number> {
  let done = 0;
  for (let after = ''; going();) {
    const ids = await viewsOfOlderFolds(db, FOLD_VERSION, after, AT_ONCE);
    if (ids.length === 0) return done;
    for (const id of ids) {
      if (!going()) return done;
      if (stuck.has(id)) continue;
      const folded = await inTransaction(db, (tx) =>
        guarded(tx, async () => {
          await lockAggregates(tx, new Map([[id, 'dossier']]));
          const view = foldStored(id, await eventsOf(tx, id));
          if (view !== null) await saveViews(tx, [view]);
        }),
      );
      if ('value' in folded) done += 1;
      else {
        stuck.add(id);
        stumbled(id, folded.poison);
      }
    }
    after = ids.at(-1) ?? after;
  }
  return done;
}
