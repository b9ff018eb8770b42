import { scanOptions } from './options.ts';
import type { Place } from './place.ts';
import { forgetLost } from './scans/lost.ts';
import { openScanStore, type ScanStore } from './scans/store.ts';

/** Works on the file store, where this machine reaches it. @throws Error where it does not */
export async function withScanStore<T>(place: Place, work: (store: ScanStore) => Promise<T>): Promise<T> {
  const store = await openScanStore(scanOptions(process.env['QMC_SCANS'] ?? '', process.env, place), place.key);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** What the database says is held and the file store lacks is forgotten, and sent again. @returns how many; or why nobody could look */
export async function lostForgotten(place: Place): Promise<{ readonly lost: number; readonly fault: string | null }> {
  try {
    return { lost: await withScanStore(place, (store) => forgetLost({ db: place.db, store })), fault: null };
  } catch (error) {
    return { lost: 0, fault: error instanceof Error ? error.message : String(error) };
  }
}
