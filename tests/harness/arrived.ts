import { newSigningKey } from '../../contract/signing.ts';
import { dossierVersions, type DossierBodies, type DossierEventType } from '../../domain/dossier/events.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { systemRandom } from '../../main/random.ts';
import { OFFICE, type EnrolledFolder } from './enrolled-folder.ts';
import { json, testWriter, type TestWriter } from './writer.ts';

/** Something another desk of the office wrote. */
export type ArrivedAct = {
  [T in DossierEventType]: { readonly type: T; readonly body: DossierBodies[T]; readonly actor?: string };
}[DossierEventType];

export interface ArrivedDossier {
  readonly id: string;
  readonly acts: readonly ArrivedAct[];
}

const writers = new Map<string, TestWriter>();

/**
 * Puts into a folder, whose desk is closed, what another desk of the office wrote, as if it had come by the line: each
 * act after all that is known of its dossier.
 */
export function arrive(folder: EnrolledFolder, dossiers: readonly ArrivedDossier[]): void {
  const writer = writers.get(folder.path) ?? colleague();
  writers.set(folder.path, writer);
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'arrived' });
  try {
    arriveIn(store, dossiers, writer);
  } finally {
    store.close();
    taken.unlock();
  }
}

/** The same, into what an open desk keeps. */
export function arriveIn(store: Store, dossiers: readonly ArrivedDossier[], writer = colleague()): void {
  const before = writer.events.length;
  for (const { id, acts } of dossiers) {
    let after = store.dossiers.get(id)?.heads ?? [];
    for (const { type, body, actor } of acts) {
      const event = writer.write(json(body), {
        aggregateId: id,
        after: [...after],
        type,
        version: dossierVersions[type],
        actor: actor ?? 'u-thao',
      });
      after = [event.envelope.id];
    }
  }
  const events = writer.events.slice(before);
  store.transact(() => store.takeIn(events));
}

/** Another desk of the office, with a log of its own. */
function colleague(): TestWriter {
  return testWriter({ device: systemRandom.id(), log: systemRandom.id(), office: OFFICE }, newSigningKey());
}

/** The view a closed folder has of a dossier. */
export function viewIn(folder: EnrolledFolder, dossierId: string): DossierView | null {
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'looked' });
  try {
    return store.dossiers.get(dossierId);
  } finally {
    store.close();
    taken.unlock();
  }
}
