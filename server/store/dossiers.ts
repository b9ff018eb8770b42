import type { DossierView } from '../../domain/dossier/fold.ts';
import { namingTypes } from '../../domain/dossier/offices.ts';
import { openers } from '../../domain/dossier/table.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { Db, Tx } from './pool.ts';

/** Whom a dossier or batch concerns, and whether the event that began it has come. */
export interface Concern {
  readonly offices: readonly string[];
  readonly isBegun: boolean;
}

/**
 * The offices each dossier or batch concerns: those whose feed has an event of it that names offices. One without such
 * an event is not in the map.
 */
export async function concernedOffices(tx: Tx, ids: readonly string[]): Promise<Map<string, Concern>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('event')
    .innerJoin('feed', (on) => on.onRef('feed.log', '=', 'event.log').onRef('feed.seq', '=', 'event.seq'))
    .select(['event.aggregate_id', 'feed.office', 'event.type'])
    .distinct()
    .where('event.aggregate_id', 'in', ids)
    .where('event.type', 'in', [...namingTypes, 'batch.closed'])
    .where('event.quarantined', '=', false)
    .execute();
  const begun = new Set(rows.filter((row) => begins.has(row.type)).map((row) => row.aggregate_id));
  return new Map(
    [...grouped(rows.map((row) => [row.aggregate_id, row.office]))].map(([id, offices]) => [
      id,
      { offices: [...new Set(offices)], isBegun: begun.has(id) },
    ]),
  );
}

const begins: ReadonlySet<string> = new Set([...openers, 'batch.closed']);

/** The offices that wrote on each of these aggregates. */
export async function writingOffices(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .select(['event.aggregate_id', 'log.office'])
    .distinct()
    .where('event.aggregate_id', 'in', ids)
    .where('event.quarantined', '=', false)
    .execute();
  return grouped(rows.map((row) => [row.aggregate_id, row.office]));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

export async function saveView(tx: Tx, view: DossierView): Promise<void> {
  const row = {
    fold_version: view.foldVersion,
    state: view.state,
    receiving_office: view.intake.receivingOffice,
    competent_office: view.intake.competentOffice,
    // A view is texts, integers, lists and nulls: what canonical JSON holds.
    view: canonical(view as unknown as Json),
  };
  await tx
    .insertInto('dossier_view')
    .values({ id: view.id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

/** Notes who carries a code. @returns the dossier that carried it first. */
export async function claimCode(
  tx: Tx,
  aggregateId: string,
  code: { readonly text: string; readonly grantId: string | null; readonly date: string; readonly number: number },
): Promise<string> {
  await tx
    .insertInto('dossier_code')
    .values({
      code: code.text,
      dossier: aggregateId,
      grant_id: code.grantId,
      date: code.date,
      number: code.number,
    })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await tx
    .selectFrom('dossier_code')
    .select('dossier')
    .where('code', '=', code.text)
    .executeTakeFirstOrThrow();
  return row.dossier;
}

/** Dossiers, by id, whose view was made by another fold than this release's. */
export async function viewsOfOtherFolds(db: Db, version: number, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_view')
    .select('id')
    .where('fold_version', '<>', version)
    .$if(after !== '', (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Every dossier of a receiving office, of all where null, in the order of their ids: the oldest first. */
export async function dossiersOfOffice(db: Db, office: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_view')
    .select('id')
    .$if(office !== null, (query) => query.where('receiving_office', '=', office))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
