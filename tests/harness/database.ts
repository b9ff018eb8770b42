import { inject } from 'vitest';
import { copyDatabase, openDatabase, type Db } from '../../server/store/pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Name of the migrated, empty database every test database is copied from. */
export const TEMPLATE = 'quay_mot_cua_template';

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
}

/** A database of its own, migrated and empty. Close it with `db.destroy()`; it goes with the run's PostgreSQL. */
export async function freshDatabase(connections = 20): Promise<TestDatabase> {
  const url = await copyDatabase(inject('postgresUrl'), TEMPLATE);
  return { url, db: openDatabase({ url, connections }) };
}
