import { join } from 'node:path';
import type { SigningKey } from '../contract/signing.ts';
import { startEmbedded, type EmbeddedPostgres } from './embedded.ts';
import { serverKeyIn } from './keys.ts';
import type { PlaceOptions } from './options.ts';
import { migrate } from './store/migrations.ts';
import { ensureDatabase, openDatabase, type Db } from './store/pool.ts';

/** An opened province: its database, migrated, and its key. */
export interface Place {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly key: SigningKey;
  readonly folder: string;
  /** Null with a PostgreSQL of yours. */
  readonly embedded: EmbeddedPostgres | null;
  /** @param andPostgres also ends a PostgreSQL of our own */
  close(andPostgres: boolean): Promise<void>;
}

const DATABASE = 'quay_mot_cua';

/** @throws Error where the database cannot be started, reached or migrated */
export async function openPlace(options: PlaceOptions, onError?: (error: Error) => void): Promise<Place> {
  const embedded =
    options.databaseUrl === null ? await startEmbedded({ folder: join(options.folder, 'postgresql') }) : null;
  const databaseUrl = options.databaseUrl ?? (await ensureDatabase(embedded?.url ?? '', DATABASE));
  const db = openDatabase({ url: databaseUrl, ...(onError === undefined ? {} : { onError }) });
  const close = async (andPostgres: boolean): Promise<void> => {
    await db.destroy();
    if (andPostgres) await embedded?.stop();
  };
  try {
    await migrate(db);
    return {
      db,
      databaseUrl,
      key: serverKeyIn(join(options.folder, 'server-key.json')),
      folder: options.folder,
      embedded,
      close,
    };
  } catch (error) {
    await close(embedded?.wasRunning === false);
    throw error;
  }
}
