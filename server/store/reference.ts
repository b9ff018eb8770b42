import type { Db, Tx } from './pool.ts';
import type { ReferenceTable } from './tables.ts';

export type ReferenceKind = ReferenceTable['kind'];

/** The version in force of the catalogue or the calendar: the one imported last; null where there is none yet. */
export async function currentVersion(db: Db | Tx, kind: ReferenceKind): Promise<string | null> {
  const row = await db
    .selectFrom('reference')
    .select('version')
    .where('kind', '=', kind)
    .orderBy('imported_at', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function contentOf(db: Db | Tx, kind: ReferenceKind, version: string): Promise<string | null> {
  const row = await db
    .selectFrom('reference')
    .select('content')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Puts a version in force. The same version again replaces its content. */
export async function putReference(db: Db | Tx, row: ReferenceTable): Promise<void> {
  await db
    .insertInto('reference')
    .values(row)
    .onConflict((on) =>
      on.columns(['kind', 'version']).doUpdateSet({ content: row.content, imported_at: row.imported_at }),
    )
    .execute();
}
