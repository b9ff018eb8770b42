import { throwAway, type KeepPorts } from '../scans/keep.ts';
import { forgetFile, namelessFiles } from '../store/erased.ts';
import { alone } from '../store/scans.ts';

/**
 * Removes digitised papers no event names any more, whole ones and those on their way. The row goes after the bytes, so
 * that what could not be removed is found again.
 * @returns how many
 * @throws Refusal 503 SV-09 where the file store is away
 */
export async function removeNameless({ db, store }: Pick<KeepPorts, 'db' | 'store'>): Promise<number> {
  const { whole, uploads } = await namelessFiles(db);
  for (const { hash, stored_as: id } of whole) {
    await throwAway({ db, store }, id);
    await forgetFile(db, hash);
  }
  for (const { id } of uploads) await alone(db, id, (held) => throwAway({ db: held, store }, id));
  return whole.length + uploads.length;
}
