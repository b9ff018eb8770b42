import { sql } from 'kysely';
import { numbersIn } from '../../domain/citizen/numbers-in.ts';
import type { Json } from '../../domain/log/canonical.ts';
import { bodiesHeld } from '../store/erased.ts';
import type { Db } from '../store/pool.ts';
import { erasable, type Erasable, type Thing } from './thing.ts';

/**
 * What the province holds of the same person beside what is to be erased: named, so that whoever carries out the decision
 * chooses; nothing of it goes by itself.
 */
export interface Elsewhere {
  readonly kind: Erasable;
  readonly id: string;
  /** A dossier's code, a ticket as OFFICE/YYYY-MM-DD/B027, the procedure and day of what was told; else its id. */
  readonly name: string;
  readonly office: string;
  /** Events whose bodies hold it. */
  readonly events: number;
  /** The same ID number; the same card at the kiosk; a ticket served with the dossier; only the same name, which may be somebody else's. */
  readonly by: 'number' | 'card' | 'dossier' | 'name';
}

/**
 * Looks through every body that is here, once: minutes in a province of many years, and rarely asked.
 * @param numbers further ID numbers that are looked for
 */
export async function elsewhere(
  db: Db,
  things: readonly Thing[],
  numbers: readonly string[],
): Promise<readonly Elsewhere[]> {
  const bodies: Json[] = [];
  for (const { id } of things) {
    // Canonical JSON, as it was hashed.
    for (const { body } of await bodiesHeld(db, id)) bodies.push(JSON.parse(body) as Json);
  }
  const keys = bodies.flatMap((body) => textsUnder(body, 'personKey'));
  const names = bodies.flatMap((body) => [
    ...textsUnder(body, 'applicant', 'name'),
    ...textsUnder(body, 'person', 'name'),
  ]);
  const wanted = {
    number: [...new Set([...numbers, ...bodies.flatMap(numbersIn)])].filter(isTelling),
    card: [...new Set(keys)],
    dossier: things.flatMap(({ kind, id }) => (kind === 'dossier' ? [id] : [])),
    // As it stands in a body, between its quotation marks.
    name: [...new Set(names)].map((name) => JSON.stringify(name)),
  };
  const { rows } = await sql<Elsewhere>`
    with wanted (by, rank, text) as (
      select 'number', 1, unnest(${wanted.number}::text[]) union all select 'card', 2, unnest(${wanted.card}::text[])
      union all select 'dossier', 3, unnest(${wanted.dossier}::text[]) union all select 'name', 4, unnest(${wanted.name}::text[])
    ), hit as (
      select e.aggregate as kind, e.aggregate_id as id, e.id as event, min(w.rank) as rank
      from event e join wanted w on strpos(e.body, w.text) > 0
        and (w.by <> 'dossier' or e.aggregate = 'ticket') and (w.by <> 'name' or e.aggregate = 'advice')
      where e.body is not null and e.type not like '%.erased' and e.aggregate = any(${[...erasable]}::text[])
        and e.aggregate_id <> all(${things.map(({ id }) => id)}::uuid[])
      group by 1, 2, 3
    ), thing as (
      select kind, id, count(*)::integer as events, min(rank) as rank from hit group by 1, 2
    )
    select t.kind, t.id, t.events, l.office,
      (array['number', 'card', 'dossier', 'name'])[t.rank] as by,
      case t.kind
        when 'dossier' then coalesce((select min(c.code) from dossier_code c where c.dossier = t.id), t.id::text)
        when 'ticket' then coalesce((b.body ->> 'office') || '/' || (b.body ->> 'date') || '/' || (b.body ->> 'text'), t.id::text)
        when 'advice' then coalesce((b.body ->> 'procedureCode') || ' ' || (b.body ->> 'at'), t.id::text)
        else t.id::text
      end as name
    from thing t
    cross join lateral (select e.body::jsonb as body, e.log from event e where e.aggregate_id = t.id and e.body is not null
      and e.type not like '%.erased' order by e.type = any(array['ticket.issued', 'advice.given']) desc, e.id limit 1) b
    join log l on l.id = b.log
    order by t.rank, t.kind, name`.execute(db);
  return rows;
}

/** A whole number, not one that stands inside others by chance. */
function isTelling(number: string): boolean {
  return /^(\d{9}|\d{12})$/.test(number);
}

/** Texts under these names, one in the other. */
function textsUnder(value: Json, name: string, then?: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => textsUnder(each, name, then));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key !== name) return textsUnder(part, name, then);
    if (then !== undefined) return textsUnder(part, then);
    return typeof part === 'string' && part !== '' ? [part] : [];
  });
}
