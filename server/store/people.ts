import { sql } from 'kysely';
import type { ScryptHash, User } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';
import type { PersonTable } from './tables.ts';

export interface Person {
  readonly user: User;
  /** Grows with each new password. */
  readonly passwordSerial: number;
}

export async function personById(db: Db | Tx, id: string): Promise<Person | null> {
  return personOf(await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst());
}

export async function personByLogin(db: Db | Tx, login: string): Promise<Person | null> {
  return personOf(await db.selectFrom('person').selectAll().where('login', '=', login).executeTakeFirst());
}

export async function peopleOf(db: Db | Tx, office: string | null): Promise<User[]> {
  const all = db.selectFrom('person').selectAll().orderBy('id');
  const rows = await (office === null ? all : all.where('office', '=', office)).execute();
  return rows.flatMap((row) => personOf(row)?.user ?? []);
}

export type NewPerson = Omit<User, 'revision'>;

/** @returns null where the id is taken. @throws where the login is (constraint person_login) */
export async function insertPerson(db: Db | Tx, person: NewPerson): Promise<User | null> {
  const { password, fields, ...rest } = person;
  const row = await db
    .insertInto('person')
    .values({ ...rest, fields: JSON.stringify(fields), salt: password.salt, hash: password.hash, revision: 1 })
    .onConflict((on) => on.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return personOf(row)?.user ?? null;
}

/**
 * `password` null leaves it as it is; a new one ends the sessions of the old and the lock on wrong tries.
 * @returns null where the row is no longer of that revision. @throws where the login is taken (constraint person_login)
 */
export async function updatePerson(
  db: Db | Tx,
  person: Omit<User, 'revision' | 'password'>,
  password: ScryptHash | null,
  revision: number,
): Promise<User | null> {
  const { id, fields, ...rest } = person;
  const row = await db
    .updateTable('person')
    .set({ ...rest, fields: JSON.stringify(fields), revision: revision + 1 })
    .$if(password !== null, (update) => update.set({ ...password, ...afterNewPassword }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst();
  return personOf(row)?.user ?? null;
}

export async function setPassword(db: Db | Tx, id: string, password: ScryptHash): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...password, ...afterNewPassword, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute();
}

const afterNewPassword = {
  password_serial: sql<number>`password_serial + 1`,
  wrong_tries: 0,
  locked_until: 0,
};

/** Wrong tries that cost nothing but themselves. */
export const FREE_TRIES = 5;

/**
 * Counts a try as wrong before its answer is known, so that many at once gain nothing. From the fifth on the account is
 * locked: 30 s, doubled with each further one, at most an hour.
 * @returns tries counted so far, or how long it is still locked, ms
 */
export async function countTry(
  db: Db,
  id: string,
  now: number,
): Promise<{ readonly tries: number } | { readonly lockedFor: number }> {
  const counted = await db
    .updateTable('person')
    .set({
      wrong_tries: sql`least(wrong_tries + 1, 1000)`,
      locked_until: sql`case when wrong_tries + 1 >= ${FREE_TRIES}
        then ${now}::bigint + least(30000 * (2 ^ least(wrong_tries + 1 - ${FREE_TRIES}, 7)), 3600000)::bigint else 0 end`,
    })
    .where('id', '=', id)
    .where('locked_until', '<=', now)
    .returning('wrong_tries')
    .executeTakeFirst();
  if (counted !== undefined) return { tries: counted.wrong_tries };
  const row = await db.selectFrom('person').select('locked_until').where('id', '=', id).executeTakeFirst();
  return { lockedFor: Math.max((row?.locked_until ?? now) - now, 1) };
}

export async function clearTries(db: Db, id: string): Promise<void> {
  await db.updateTable('person').set({ wrong_tries: 0, locked_until: 0 }).where('id', '=', id).execute();
}

function personOf(row: PersonTableRow | undefined): Person | null {
  if (row === undefined) return null;
  const { id, login, name, role, office, unit, position, disabled, revision, salt, hash } = row;
  // Written by `insertPerson` and `updatePerson` from a checked list of texts.
  const fields = JSON.parse(row.fields) as string[];
  return {
    user: { id, login, name, role, office, unit, fields, position, password: { salt, hash }, disabled, revision },
    passwordSerial: row.password_serial,
  };
}

type PersonTableRow = {
  [K in keyof Omit<PersonTable, 'password_serial' | 'wrong_tries' | 'locked_until'>]: PersonTable[K];
} & {
  readonly password_serial: number;
};

/** Everybody's name and position (chức danh), also of those who left. */
export async function peopleWithPositions(
  db: Db | Tx,
): Promise<{ readonly id: string; readonly name: string; readonly position: string }[]> {
  return db.selectFrom('person').select(['id', 'name', 'position']).execute();
}
