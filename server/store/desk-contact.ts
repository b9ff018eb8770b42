import { sql } from 'kysely';
import type { DeskReport } from '../../contract/desk-report.ts';
import type { Db } from './pool.ts';

/** What is known of a desk's health, as the administrator's list shows it. Times are ms by the server's clock. */
export interface DeskState {
  readonly device: string;
  readonly office: string;
  readonly counter: string;
  readonly name: string;
  readonly revokedAt: number | null;
  readonly revokedBecause: string | null;
  /** Null: it never asked for its feed. */
  readonly lastContact: number | null;
  /** What it said then; null where it said nothing that could be read. */
  readonly report: DeskReport | null;
  /** Events of its office's feed it had not asked for then or since. */
  readonly behind: number;
}

/** Keeps what a desk said of itself, and how far it has read. */
export async function saveContact(
  db: Db,
  contact: {
    readonly device: string;
    readonly at: number;
    readonly report: DeskReport | null;
    readonly feedNumber: number;
  },
): Promise<void> {
  const { report } = contact;
  const row = {
    at: contact.at,
    release: report?.release ?? null,
    unsent: report?.unsent ?? null,
    waiting_s: report?.waiting ?? null,
    clock_offset: report?.clock ?? null,
    feed_number: contact.feedNumber,
  };
  await db
    .insertInto('desk_contact')
    .values({ device: contact.device, ...row })
    .onConflict((on) => on.column('device').doUpdateSet(row))
    .execute();
}

/** Every desk, of one office or of all; the portal is none. */
export async function deskStates(db: Db, office: string | null): Promise<DeskState[]> {
  const rows = await db
    .selectFrom('device')
    .leftJoin('desk_contact as contact', 'contact.device', 'device.id')
    .select(['device.id', 'device.office', 'device.counter', 'device.name', 'device.revoked_at'])
    .select('device.revoked_because')
    .select(['contact.at', 'contact.release', 'contact.unsent', 'contact.waiting_s', 'contact.clock_offset'])
    .select(
      sql<number>`coalesce((select max(f.number) from feed f where f.office = device.office), 0)
        - coalesce(contact.feed_number, 0)`.as('behind'),
    )
    .where('device.portal', '=', false)
    .$if(office !== null, (query) => query.where('device.office', '=', office ?? ''))
    .orderBy('device.office')
    .orderBy('device.counter')
    .execute();
  return rows.map((row) => ({
    device: row.id,
    office: row.office,
    counter: row.counter,
    name: row.name,
    revokedAt: row.revoked_at,
    revokedBecause: row.revoked_because,
    lastContact: row.at,
    report:
      row.release === null || row.unsent === null || row.waiting_s === null
        ? null
        : { release: row.release, unsent: row.unsent, waiting: row.waiting_s, clock: row.clock_offset },
    behind: Math.max(0, row.behind),
  }));
}
