import { forgetFile } from '../store/erased.ts';
import { filesAfter } from '../store/scans.ts';
import { throwAway, type KeepPorts } from './keep.ts';
import { tusOver } from './tus.ts';

const AT_ONCE = 500;

/**
 * Forgets digitised papers that the database says are held and the file store has not got whole: one of the two was put back
 * from an older copy than the other. A desk that still has such a paper then sends it again, with the new epoch; else it would
 * be told for ever that the province holds it. By length: what lies there was checked by its hash when it arrived.
 * @returns how many
 * @throws Refusal 503 SV-09 where the file store is away: nothing is forgotten that cannot be looked for
 */
export async function forgetLost({ db, store }: Pick<KeepPorts, 'db' | 'store'>): Promise<number> {
  const tus = tusOver(store);
  let lost = 0;
  let after = '';
  for (;;) {
    const some = await filesAfter(db, after, AT_ONCE);
    for (const { hash, stored_as: id, bytes } of some) {
      if ((await tus.offset(id)) === bytes) continue;
      await throwAway({ db, store }, id);
      await forgetFile(db, hash);
      lost += 1;
    }
    const last = some.at(-1);
    if (last === undefined) return lost;
    after = last.hash;
  }
}
