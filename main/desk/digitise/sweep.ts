import type { DeskContext } from '../context.ts';

const DAY_MS = 86_400_000;
/** How long a file that belongs to no dossier is kept. */
export const LOOSE_DAYS = 7;

/**
 * Removes files of the vault no dossier has named for 7 days: scans nobody put into one, papers taken out of one. A file
 * the database does not know (a crash between the two, a database from a backup) is known from now on, and waits as long.
 * @returns how many went
 */
export function sweepScans({ store, now, changed }: Pick<DeskContext, 'store' | 'now' | 'changed'>): number {
  const gone = store.transact(() => {
    for (const hash of store.vault.hashes()) {
      if (store.scans.get(hash) === null) store.scans.add({ hash, bytes: 0, pages: 0, kind: 'pdf' }, now());
    }
    return store.scans.sweep(now(), LOOSE_DAYS * DAY_MS);
  });
  // Rows first: a file without a row is found again, a row without its file would promise what is not there.
  for (const hash of gone) store.vault.remove(hash);
  if (gone.length > 0) changed('scans');
  return gone.length;
}
