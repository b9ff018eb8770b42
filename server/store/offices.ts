import { bankSchema, type Office } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';
import type { OfficeTable } from './tables.ts';

export async function officeById(db: Db | Tx, id: string): Promise<Office | null> {
  const row = await db.selectFrom('office').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : officeOf(row);
}

export async function allOffices(db: Db | Tx): Promise<Office[]> {
  return (await db.selectFrom('office').selectAll().orderBy('id').execute()).map(officeOf);
}

/** What a desk of this office needs: every office that receives or decides, and its own processing units. */
export async function officesFor(db: Db, office: string): Promise<Office[]> {
  const rows = await db
    .selectFrom('office')
    .selectAll()
    .where((eb) => eb.or([eb('kind', '<>', 'processing-unit'), eb('parent', '=', office), eb('id', '=', office)]))
    .orderBy('id')
    .execute();
  return rows.map(officeOf);
}

/** @returns null where the id is taken */
export async function insertOffice(db: Db | Tx, office: Omit<Office, 'revision'>): Promise<Office | null> {
  const row = await db
    .insertInto('office')
    .values({ ...rowOf(office), id: office.id, revision: 1, recovery_public_key: null })
    .onConflict((on) => on.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : officeOf(row);
}

/** @returns null where the row is no longer of that revision */
export async function updateOffice(
  db: Db | Tx,
  office: Omit<Office, 'revision'>,
  revision: number,
): Promise<Office | null> {
  const row = await db
    .updateTable('office')
    .set({ ...rowOf(office), revision: revision + 1 })
    .where('id', '=', office.id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : officeOf(row);
}

export async function setRecoveryKey(db: Db | Tx, office: string, publicKey: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('office')
    .set({ recovery_public_key: publicKey })
    .where('id', '=', office)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function hasRecoveryKey(db: Db | Tx, office: string): Promise<boolean> {
  const row = await db.selectFrom('office').select('recovery_public_key').where('id', '=', office).executeTakeFirst();
  return typeof row?.recovery_public_key === 'string';
}

function rowOf(office: Omit<Office, 'revision'>) {
  const { kind, name, shortName, authority, place, codePrefix, parent, phone, address, bank, disabled } = office;
  return {
    kind,
    name,
    short_name: shortName,
    authority,
    place,
    code_prefix: codePrefix,
    parent,
    phone,
    address,
    bank: bank === null ? null : JSON.stringify(bank),
    disabled,
  };
}

function officeOf(row: OfficeTable): Office {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    authority: row.authority,
    place: row.place,
    codePrefix: row.code_prefix,
    parent: row.parent,
    phone: row.phone,
    address: row.address,
    bank: row.bank === null ? null : bankSchema.parse(JSON.parse(row.bank)),
    disabled: row.disabled,
    revision: row.revision,
  };
}
