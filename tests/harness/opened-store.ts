import { openStore, type Store } from '../../main/store/store.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { enrolledFolder, type EnrolledFolder } from './enrolled-folder.ts';

/** A desk's store with nothing around it. */
export interface OpenedStore {
  readonly folder: EnrolledFolder;
  readonly store: Store;
  close(): void;
}

export async function openedStore(over: Parameters<typeof enrolledFolder>[0] = {}): Promise<OpenedStore> {
  const folder = await enrolledFolder(over);
  const store = openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 's' });
  return {
    folder,
    store,
    close() {
      store.close();
      folder.remove();
    },
  };
}
