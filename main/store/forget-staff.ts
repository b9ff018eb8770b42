import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Meta } from './meta.ts';
import { MACHINE, type People } from './people.ts';
import type { ReferenceStore } from './reference.ts';
import type { Sqlite } from './sqlite.ts';

export interface StaffParts {
  readonly db: Sqlite;
  readonly meta: Meta;
  readonly people: People;
  readonly reference: ReferenceStore;
  /** The folder of this machine's copies. */
  readonly backups: string;
  readonly transact: <T>(work: () => T) => T;
}

/**
 * What a machine of the waiting room was told of the staff by a release that kept their list everywhere. The copies hold
 * it too and go whole: such a machine writes nothing, what it has the hall has. The file is written anew, since pages that
 * were split may hold what was moved off them. Marked as done last, so that what was cut short is done again.
 */
export function forgetStaff({ db, meta, people, reference, backups, transact }: StaffParts): void {
  if (meta.get('staffForgotten') === true) return;
  transact(() => {
    reference.put('users', []);
    people.forgetAll(MACHINE);
  });
  for (const name of readdirSync(backups)) {
    if (/\.db(\.part|-wal|-shm)?$/.test(name)) rmSync(join(backups, name), { force: true });
  }
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  transact(() => meta.set('staffForgotten', true));
}
