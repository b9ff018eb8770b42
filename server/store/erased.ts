import { sql } from 'kysely';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { ReadErasure, ReadEvent } from '../../contract/events.ts';
import { eventText } from './events.ts';
import type { Db, Tx } from './pool.ts';

/** An erasure by law that was taken in. */
export interface ErasureTaken {
  /** Id of its event. */
  readonly id: string;
  /** What its events are of: a dossier, a ticket, something told. */
  readonly of: string;
  readonly events: ReadErasure['body']['events'];
}

/** Why a message was put among the dead ones. */
const MESSAGE_ERASED = 'erased by law';

/**
 * Takes bodies and salts away, and what was made of them beside the view: messages, which event names which file, what the
 * portal's packet was. Events not here yet are known from now on: they come without their bodies.
 */
export async function eraseStored(tx: Tx, erasures: readonly ErasureTaken[], now: number): Promise<void> {
  for (const { id, of: dossier, events } of erasures) {
    const ids = events.map((event) => event.id);
    const rests = events.map(({ rest }) => (rest === null ? null : canonical(rest as unknown as Json)));
    await sql`insert into erased (event_id, dossier, erasure, rest)
      select e.event_id, ${dossier}::uuid, ${id}::uuid, e.rest
      from unnest(${ids}::uuid[], ${rests}::text[]) as e (event_id, rest) on conflict do nothing`.execute(tx);
    const named = sql<string>`any(${ids}::uuid[])`;
    await sql`delete from scan_named n using event e
      where e.id = ${named} and e.aggregate_id = ${dossier} and n.log = e.log and n.seq = e.seq`.execute(tx);
    await tx
      .updateTable('event')
      .set({ body: null, salt: null, bytes: sql`octet_length(envelope)` })
      .where('id', '=', named)
      .where('aggregate_id', '=', dossier)
      .execute();
    await tx
      .updateTable('message')
      .set({
        telephone: null,
        text: '',
        reason: MESSAGE_ERASED,
        ended_at: sql`coalesce(ended_at, ${now})`,
        state: sql`case when state = 'waiting' then 'dead' else state end`,
      })
      .where('dossier', '=', dossier)
      .execute();
    await tx.updateTable('imported').set({ packet_hash: '' }).where('dossier', '=', dossier).execute();
  }
}

/** Of these events, those whose bodies are erased, with what stays of each (JSON). */
export async function erasedAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ReadEvent | null>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('erased')
    .select(['event_id', 'rest'])
    .where('event_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  // Written by `eraseStored` from what had passed its schema.
  return new Map(rows.map((row) => [row.event_id, row.rest === null ? null : (JSON.parse(row.rest) as ReadEvent)]));
}

export interface BodyHeld {
  readonly id: string;
  readonly envelope: string;
  readonly body: string;
  readonly quarantined: boolean;
}

/** The events of one thing that still have a body, kept-apart ones too; erasures are none of them. */
export async function bodiesHeld(db: Db | Tx, id: string): Promise<BodyHeld[]> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'envelope', 'body', 'quarantined'])
    .where('aggregate_id', '=', id)
    .where('type', 'not like', '%.erased')
    .orderBy('log')
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ body, ...row }) => (body === null ? [] : [{ ...row, body }]));
}

/** Files and messages of a dossier: what goes with its bodies. */
export async function beside(
  db: Db,
  dossier: string,
): Promise<{ readonly files: number; readonly shared: number; readonly messages: number }> {
  const files = await sql<{ n: number; shared: number }>`select count(*)::integer as n,
      count(*) filter (where exists (select 1 from scan_named o where o.hash = f.hash and o.dossier <> ${dossier}))::integer
      as shared
    from (select distinct hash from scan_named where dossier = ${dossier}) f`.execute(db);
  const messages = await db
    .selectFrom('message')
    .select((select) => select.fn.countAll<string>().as('n'))
    .where('dossier', '=', dossier)
    .executeTakeFirst();
  const [row] = files.rows;
  return { files: row?.n ?? 0, shared: row?.shared ?? 0, messages: Number(messages?.n ?? 0) };
}

/** A dossier by its id, a code it carries, or the portal's; null where there is none. */
export async function dossierNamed(db: Db, name: string): Promise<string | null> {
  const { rows } = await sql<{ dossier: string }>`select dossier from dossier_code where code = ${name}
    union select dossier from imported where portal_code = ${name}
    union select id from aggregate where id::text = ${name} and kind = 'dossier'`.execute(db);
  return rows.length === 1 ? (rows[0]?.dossier ?? null) : null;
}

/** Every erasure as its event stands, the oldest first, and how many bodies came in of the same thing that it does not name. */
export async function erasuresHeld(
  db: Db,
): Promise<{ readonly id: string; readonly of: string; readonly text: string; readonly since: number }[]> {
  const { rows } = await sql<{
    id: string;
    aggregate_id: string;
    envelope: string;
    body: string | null;
    salt: string | null;
    since: number;
  }>`select e.id, e.aggregate_id, e.envelope, e.body, e.salt,
      (select count(*)::integer from event b where b.aggregate_id = e.aggregate_id and b.body is not null
        and b.type not like '%.erased') as since
    from event e where e.type like '%.erased' and e.id in (select erasure from erased)
    order by e.received_at, e.id`.execute(db);
  return rows.map((row) => ({ id: row.id, of: row.aggregate_id, text: eventText(row), since: row.since }));
}

/** Whether events of these ids stand here. */
export async function eventsHeld(db: Db | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Files no event names any more, whole ones and those on their way: the name each has in the file store. */
export async function namelessFiles(
  db: Db,
): Promise<{ readonly whole: { hash: string; stored_as: string }[]; readonly uploads: { id: string }[] }> {
  const whole = await db
    .selectFrom('scan_file')
    .select(['hash', 'stored_as'])
    .where(sql<boolean>`not exists (select 1 from scan_named n where n.hash = scan_file.hash)`)
    .limit(1000)
    .execute();
  const uploads = await db
    .selectFrom('scan_upload')
    .select('id')
    .where(sql<boolean>`not exists (select 1 from scan_named n where n.hash = scan_upload.hash)`)
    .limit(1000)
    .execute();
  return { whole, uploads };
}

/** Its bytes are gone. */
export async function forgetFile(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('scan_file').where('hash', '=', hash).execute();
}
