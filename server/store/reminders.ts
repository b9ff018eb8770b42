import type { Selectable } from 'kysely';
import type { Reminder } from '../../contract/board.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { Db } from './pool.ts';
import type { ReminderTable } from './tables.ts';

/** Who writes it, as the account stands now. */
interface Writer {
  readonly id: string;
  readonly name: string;
}
type Asked = Pick<Reminder, 'id' | 'office' | 'series' | 'words'>;

/** Kept once by its id, however often it is sent. @returns null where the id stands for another office's */
export async function keepReminder(db: Db, asked: Asked, by: Writer, at: number): Promise<Reminder | null> {
  const row = { ...asked, at, by_person: by.id, by_name: by.name };
  await db
    .insertInto('reminder')
    .values(row)
    .onConflict((same) => same.column('id').doNothing())
    .execute();
  const kept = await one(db, asked.id);
  return kept === null || kept.office !== asked.office ? null : kept;
}

/** The first answer stands. @returns null where that office was never asked this */
export async function answerReminder(
  db: Db,
  { id, office, words }: { readonly id: string; readonly office: string; readonly words: string },
  by: Writer,
  at: number,
): Promise<Reminder | null> {
  await db
    .updateTable('reminder')
    .set({ answered_at: at, answered_by: by.id, answered_name: by.name, answer: words })
    .where('id', '=', id)
    .where('office', '=', office)
    .where('answered_at', 'is', null)
    .execute();
  const kept = await one(db, id);
  return kept?.office === office ? kept : null;
}

/** Since that moment, ms; of one office or of all, the oldest first. */
export async function remindersSince(db: Db, since: number, office: string | null): Promise<Reminder[]> {
  let asked = db.selectFrom('reminder').selectAll().where('at', '>=', since);
  if (office !== null) asked = asked.where('office', '=', office);
  return (await asked.orderBy('at').orderBy('id').limit(1000).execute()).map(reminderOf);
}

async function one(db: Db, id: string): Promise<Reminder | null> {
  const row = await db.selectFrom('reminder').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : reminderOf(row);
}

function reminderOf(row: Selectable<ReminderTable>): Reminder {
  const { id, office, series, words, answered_at: answeredAt, answered_name: by, answer } = row;
  return {
    id,
    office,
    at: localDateTime(Number(row.at)),
    by: row.by_name,
    series,
    words,
    answer: answeredAt === null ? null : { at: localDateTime(Number(answeredAt)), by: by ?? '', words: answer ?? '' },
  };
}
