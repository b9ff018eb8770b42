import { remindersSchema, type Reminder } from '../../../contract/board.ts';
import { LineDown, ProvinceRefused } from '../../sync/province.ts';
import type { Sync } from '../../sync/sync.ts';

/** What the province asked of this office today. A machine asks for it, whoever sits there; with no line nothing is known. */
export async function remindersHere(sync: Sync | null): Promise<Reminder[]> {
  if (sync === null) return [];
  try {
    return await sync.province.request('GET', '/v1/reminders', null, remindersSchema);
  } catch (error) {
    // A province of an older release knows no such thing.
    if (error instanceof LineDown || error instanceof ProvinceRefused) return [];
    throw error;
  }
}
