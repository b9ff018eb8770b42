import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { takeFolder } from '../../main/store/folder.ts';
import { openSqlite } from '../../main/store/sqlite.ts';
import { bodyOf, openStore } from '../../main/store/store.ts';
import { inventedDossier } from './dossier-filler.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, type EnrolledFolder } from './enrolled-folder.ts';

/** An enrolled folder with `count` invented dossiers, sent long ago, written through the store's own code. */
export async function filledFolder(
  count: number,
  progress: (done: number) => void = () => undefined,
): Promise<EnrolledFolder> {
  const folder = await enrolledFolder();
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'fill' });
  const log = store.log ?? store.openLog();
  const AT_ONCE = 2000;
  for (let from = 0; from < count; from += AT_ONCE) {
    store.transact(() => {
      for (let n = from; n < Math.min(count, from + AT_ONCE); n++) {
        const id = v7();
        const event = log.prepare(
          {
            aggregate: 'dossier',
            aggregateId: id,
            after: [],
            type: 'dossier.received',
            version: 1,
            body: bodyOf(inventedDossier(n, OFFICE)),
            actor: 'u-ngan',
            approvedBy: null,
          },
          { id: v7(), salt: randomBytes(16).toString('hex'), at: { device: MONDAY_10_42, offset: 0 } },
        );
        log.insertOwn(event, MONDAY_10_42);
        store.dossiers.project(id, [event]);
      }
    });
    progress(Math.min(count, from + AT_ONCE));
  }
  store.close();
  // As if the province had confirmed them all long ago.
  const db = openSqlite(taken.database, folder.databaseKey, { create: false });
  db.exec('DELETE FROM outbox');
  db.close();
  taken.unlock();
  return folder;
}
