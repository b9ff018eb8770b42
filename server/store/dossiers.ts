import { sql } from 'kysely';
import type { DossierView } from '../../domain/dossier/fold.ts';
import { namingTypes } from '../../domain/dossier/offices.ts';
import { openers } from '../../domain/dossier/table.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { jsonTexts } from './json-texts.ts';
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
    .where('event.aggregate_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
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

/**
 * The offices that wrote on each of these aggregates; the province's own word on them is nobody's writing, but what it has
 * written down again of an office is that office's.
 * @param apartToo with what is kept apart: whoever wrote that is told of an erasure too
 */
export async function writingOffices(
  tx: Db | Tx,
  ids: readonly string[],
  apartToo = false,
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .innerJoin('device', 'device.id', 'log.device')
    .select(['event.aggregate_id', 'log.office'])
    .distinct()
    .where('event.aggregate_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('event.quarantined', 'in', apartToo ? [false, true] : [false])
    .where((eb) => eb.or([eb('device.portal', '=', false), eb('log.office', '<>', eb.ref('device.office'))]))
    .execute();
  return grouped(rows.map((row) => [row.aggregate_id, row.office]));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

export async function saveViews(tx: Tx, views: readonly DossierView[]): Promise<void> {
  if (views.length === 0) return;
  const of = (part: (view: DossierView) => string | number) => views.map(part);
  // A view is texts, integers, lists and nulls: what canonical JSON holds.
  const texts = views.map((view) => canonical(view as unknown as Json));
  await sql`insert into dossier_view (id, fold_version, state, receiving_office, competent_office, view)
    select * from unnest(${of(({ id }) => id)}::uuid[], ${of((view) => view.foldVersion)}::integer[],
      ${of(({ state }) => state)}::text[], ${of(({ intake }) => intake.receivingOffice)}::text[],
      ${of(({ intake }) => intake.competentOffice)}::text[], ${jsonTexts(texts)})
    on conflict (id) do update set fold_version = excluded.fold_version, state = excluded.state,
      receiving_office = excluded.receiving_office, competent_office = excluded.competent_office,
      view = excluded.view`.execute(tx);
}

/** A number that a dossier was received under. */
export interface CodeClaim {
  readonly dossier: string;
  readonly code: {
    readonly text: string;
    readonly grantId: string | null;
    readonly date: string;
    readonly number: number;
  };
}

/** Notes who carries these codes; of two that claim one, the first. @returns by code, the dossier that carried it first */
export async function claimCodes(tx: Tx, claims: readonly CodeClaim[]): Promise<ReadonlyMap<string, string>> {
  if (claims.length === 0) return new Map();
  // In the order of the codes, so that two pushes which claim the same ones do not wait for each other; the sort keeps
  // the first of two on one code first.
  const sorted = claims.toSorted((a, b) => (a.code.text < b.code.text ? -1 : Number(a.code.text > b.code.text)));
  const of = (part: (claim: CodeClaim) => string | number | null) => sorted.map(part);
  const codes = of(({ code }) => code.text);
  await sql`insert into dossier_code (code, dossier, grant_id, date, number)
    select * from unnest(${codes}::text[], ${of(({ dossier }) => dossier)}::uuid[], ${of(({ code }) => code.grantId)}::uuid[],
      ${of(({ code }) => code.date)}::text[], ${of(({ code }) => code.number)}::integer[])
    on conflict do nothing`.execute(tx);
  const rows = await tx
    .selectFrom('dossier_code')
    .select(['code', 'dossier'])
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute();
  return new Map(rows.map(({ code, dossier }) => [code, dossier]));
}

/**
 * Dossiers, by id, whose view was made by an older fold than this release's. A newer one stays: during an update an
 * instance of the release before must not fold back what the next one has done.
 */
export async function viewsOfOlderFolds(db: Db, version: number, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_view')
    .select('id')
    .where('fold_version', '<', version)
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
