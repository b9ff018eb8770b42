import { sql } from 'kysely';
import type { AggregateKind } from '../../domain/log/envelope.ts';
import { dossierNamed } from '../store/erased.ts';
import type { Db } from '../store/pool.ts';

/** Kinds of things whose events may say something of a citizen. */
export const erasable = ['dossier', 'advice', 'ticket', 'batch', 'counterDay'] as const satisfies AggregateKind[];
export type Erasable = (typeof erasable)[number];

/** What is to be erased. */
export interface Thing {
  readonly kind: Erasable;
  readonly id: string;
}

/**
 * @param name a dossier's code, the portal's code, the id of a thing of any erasable kind, or a ticket as
 *   OFFICE/YYYY-MM-DD/B027
 * @returns null where nothing, or more than one thing, is named so
 */
export async function thingNamed(db: Db, name: string): Promise<Thing | null> {
  const [office = '', date = '', text = '', ...more] = name.split('/');
  if (text !== '' && more.length === 0) {
    const said = { office, date, text };
    const { rows } = await sql<{ id: string }>`select distinct aggregate_id as id from event
      where type = 'ticket.issued' and body::jsonb @> ${JSON.stringify(said)}::jsonb`.execute(db);
    const [only, second] = rows;
    return only === undefined || second !== undefined ? null : { kind: 'ticket', id: only.id };
  }
  const dossier = await dossierNamed(db, name);
  if (dossier !== null) return { kind: 'dossier', id: dossier };
  const { rows } = await sql<{ id: string; kind: Erasable }>`select id, kind from aggregate
    where id::text = ${name} and kind = any(${[...erasable]}::text[])`.execute(db);
  return rows[0] ?? null;
}
