import { Migrator, type Migration } from 'kysely/migration';
import { sql, type Kysely } from 'kysely';
import type { Db } from './pool.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { officeBank } from './migrations/002-office-bank.ts';
import { messages } from './migrations/003-messages.ts';
import { slipEditions } from './migrations/004-slip-editions.ts';
import { portal } from './migrations/005-portal.ts';
import { scans } from './migrations/006-scans.ts';
import { deskContact } from './migrations/007-desk-contact.ts';

/** Numbered, forward only. A step that was released is never edited: what is wrong is put right by the next one. */
const steps: readonly (readonly [name: string, statements: readonly string[]])[] = [
  ['001-first-tables', firstTables],
  ['002-office-bank', officeBank],
  ['003-messages', messages],
  ['004-slip-editions', slipEditions],
  ['005-portal', portal],
  ['006-scans', scans],
  ['007-desk-contact', deskContact],
];

function migrationOf(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/**
 * Brings the schema to this release. Several instances may start at once: one migrates, the others wait.
 * @throws Error where a step fails (none of them is kept) or the database was migrated by a newer release
 */
export async function migrate(db: Db): Promise<void> {
  const migrations = Object.fromEntries(steps.map(([name, statements]) => [name, migrationOf(statements)]));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error });
}
