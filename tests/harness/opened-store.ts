import type { LogEvent } from '../../domain/log/envelope.ts';
import { systemRandom } from '../../main/random.ts';
import { bodyOf, openStore, type Store } from '../../main/store/store.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from './enrolled-folder.ts';
import { receivedBody } from './writer.ts';

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

/** Writes a receipt into the log this store writes. */
export function writeReceipt({ store }: Pick<OpenedStore, 'store'>): LogEvent {
  const [event] = store.record(() => ({
    now: 1,
    events: [
      {
        stamp: { id: systemRandom.id(), salt: 'aabbccdd00112233', at: { device: 1, offset: 0 } },
        event: {
          aggregate: 'dossier',
          aggregateId: systemRandom.id(),
          after: [],
          type: 'dossier.received',
          version: 1,
          body: bodyOf(receivedBody({ office: OFFICE })),
          actor: 'u-1',
          approvedBy: null,
        },
      },
    ],
  }));
  if (event === undefined) throw new Error('nothing was written');
  return event;
}
