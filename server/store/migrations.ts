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
import { schemaFloor } from './migrations/008-schema-floor.ts';
import { logsEnd } from './migrations/009-logs-end.ts';
import { openDossiers } from './migrations/010-open-dossiers.ts';
import { erased } from './migrations/011-erased.ts';
import { hallEvents } from './migrations/012-hall-events.ts';
import { reminders } from './migrations/013-reminders.ts';
import { revokedBecause } from './migrations/014-revoked-because.ts';
import { hallChanges } from './migrations/015-hall-changes.ts';
import { machineKinds } from './migrations/016-machine-kinds.ts';
import { logsMoved } from './migrations/017-logs-moved.ts';
import { peopleAtOffices } from './migrations/018-people-at-offices.ts';
import { placeUses } from './migrations/019-place-uses.ts';
import { alarmsSettled } from './migrations/020-alarms-settled.ts';
import { takingIn } from './migrations/021-taking-in.ts';
import { portalTold } from './migrations/022-portal-told.ts';

/**
 * Numbered, forward only, adding only: the release before this one runs beside it during an update (a test holds that).
 * A step that was released is never edited: what is wrong is put right by the next one.
 */
export const steps: readonly (readonly [name: string, statements: readonly string[]])[] = [
  ['001-first-tables', firstTables],
  ['002-office-bank', officeBank],
  ['003-messages', messages],
  ['004-slip-editions', slipEditions],
  ['005-portal', portal],
  ['006-scans', scans],
  ['007-desk-contact', deskContact],
  ['008-schema-floor', schemaFloor],
  ['009-logs-end', logsEnd],
  ['010-open-dossiers', openDossiers],
  ['011-erased', erased],
  ['012-hall-events', hallEvents],
  ['013-reminders', reminders],
  ['014-revoked-because', revokedBecause],
  ['015-hall-changes', hallChanges],
  ['016-machine-kinds', machineKinds],
  ['017-logs-moved', logsMoved],
  ['018-people-at-offices', peopleAtOffices],
  ['019-place-uses', placeUses],
  ['020-alarms-settled', alarmsSettled],
  ['021-taking-in', takingIn],
  ['022-portal-told', portalTold],
];

function migrationOf(statements: readonly string[]): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

/**
 * Brings the schema to this release. Several instances may start at once: one migrates, the others wait. A schema that a
 * newer release has added to is left as it is.
 * @throws Error where a step fails (none of them is kept), or the schema is of a newer release this one cannot run beside
 */
export async function migrate(db: Db): Promise<void> {
  if (await isNewer(db)) return;
  const migrations = Object.fromEntries(steps.map(([name, statements]) => [name, migrationOf(statements)]));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the database could not be migrated', { cause: error });
}

/** @throws Error where a newer release has taken away what this one needs */
async function isNewer(db: Db): Promise<boolean> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null
    and to_regclass('schema_floor') is not null as there`.execute(db);
  if (tables[0]?.there !== true) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const known = rows.filter(({ name }) => steps.some(([own]) => own === name)).length;
  if (known < steps.length || rows.length === steps.length) return false;
  const { rows: floor } = await sql<{ steps: number }>`select steps from schema_floor`.execute(db);
  if ((floor[0]?.steps ?? 0) > steps.length) {
    throw new Error(
      'Cơ sở dữ liệu đã theo bản mới hơn: cập nhật máy chủ này.\nThe database is of a newer release: update this server.',
    );
  }
  return true;
}
