import { sql } from 'kysely';
import type { DossierView } from '../../domain/dossier/view.ts';
import { messageTelephone } from '../../domain/message/recipient.ts';
import type { Db, Tx } from './pool.ts';

/** The queue of messages to citizens. Fed by the fold: what a dossier's view says was put on its way is here once. */

export interface QueuedMessage {
  /** The same however often it is sent: whoever passes it on shows it once (decision 17). */
  readonly id: string;
  readonly about: string;
  readonly telephone: string;
  readonly text: string;
  readonly createdAt: number;
  /** This attempt included. */
  readonly attempts: number;
}

/** Why a message was put among the dead ones without an attempt. */
export const NO_TELEPHONE = 'no telephone that takes messages';

/** A message that a dossier's view says was put on its way. */
export interface NewMessage {
  readonly id: string;
  readonly dossier: string;
  readonly about: string;
  readonly telephone: string | null;
  readonly text: string;
}

export function messagesOf(view: DossierView): NewMessage[] {
  const messages = view.notices.filter((notice) => notice.way === 'message');
  // Of one erased by law, nobody knows any more whom to tell what.
  if (messages.length === 0 || view.erasures.length > 0) return [];
  const telephone = messageTelephone(view.intake);
  return messages.map(({ messageId: id, about, text }) => ({ id, dossier: view.id, about, telephone, text }));
}

/** Puts those in the queue that are not in it yet. */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[], now: number): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto('message')
    .values(
      messages.map((message) => ({
        ...message,
        created_at: now,
        next_at: now,
        ...(message.telephone === null
          ? { state: 'dead' as const, ended_at: now, reason: NO_TELEPHONE }
          : { state: 'waiting' as const, ended_at: null, reason: null }),
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}

/**
 * Takes up to `limit` messages that are due and hides them from every other instance for `leaseMs`: one whose sender dies
 * on the way comes up again by itself.
 */
export async function claimMessages(db: Db, now: number, leaseMs: number, limit: number): Promise<QueuedMessage[]> {
  const rows = await db
    .with('due', (query) =>
      query
        .selectFrom('message')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('message')
    .from('due')
    .whereRef('message.id', '=', 'due.id')
    .set({ next_at: now + leaseMs, attempts: sql`message.attempts + 1` })
    .returning([
      'message.id',
      'message.about',
      'message.telephone',
      'message.text',
      'message.created_at',
      'message.attempts',
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    about: row.about,
    telephone: row.telephone ?? '',
    text: row.text,
    createdAt: row.created_at,
    attempts: row.attempts,
  }));
}

/** Passed on: the telephone number has served its purpose and goes. */
export async function messageSent(db: Db, id: string, now: number): Promise<void> {
  await endMessage(db, id, { state: 'sent', telephone: null, ended_at: now, reason: null });
}

/** Given up (không gửi được): kept with its reason until a person looks. */
export async function messageDead(db: Db, id: string, reason: string, now: number): Promise<void> {
  await endMessage(db, id, { state: 'dead', ended_at: now, reason });
}

export async function messageAgain(db: Db, id: string, reason: string, at: number): Promise<void> {
  await endMessage(db, id, { next_at: at, reason });
}

async function endMessage(
  db: Db,
  id: string,
  change: {
    readonly state?: 'sent' | 'dead';
    readonly telephone?: null;
    readonly ended_at?: number;
    readonly next_at?: number;
    readonly reason: string | null;
  },
): Promise<void> {
  // One that another instance has sent meanwhile stays sent.
  await db.updateTable('message').set(change).where('id', '=', id).where('state', '=', 'waiting').execute();
}

/** When the next one is due, ms since 1970; null where none waits. */
export async function nextMessageAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('message')
    .select('next_at')
    .where('state', '=', 'waiting')
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? null;
}

/** How many there are of each, and since when the oldest waits. */
export async function messageCounts(
  db: Db,
): Promise<{ readonly waiting: number; readonly sent: number; readonly dead: number; readonly oldest: number | null }> {
  const rows = await db
    .selectFrom('message')
    .select((select) => ['state', select.fn.countAll<number>().as('n'), select.fn.min('created_at').as('oldest')])
    .groupBy('state')
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state);
  const count = (state: string): number => Number(of(state)?.n ?? 0);
  const oldest = of('waiting')?.oldest ?? null;
  return { waiting: count('waiting'), sent: count('sent'), dead: count('dead'), oldest };
}

/** The dead ones, newest first; without the telephone number and the text. */
export async function deadMessages(
  db: Db,
  limit: number,
): Promise<
  { id: string; dossier: string; about: string; attempts: number; reason: string | null; ended_at: number | null }[]
> {
  return await db
    .selectFrom('message')
    .select(['id', 'dossier', 'about', 'attempts', 'reason', 'ended_at'])
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
}

/** Dead ones that have a telephone number wait again from now on. @param id null: all @returns how many */
export async function reviveMessages(db: Db, id: string | null, now: number): Promise<number> {
  const result = await db
    .updateTable('message')
    .set({ state: 'waiting', attempts: 0, next_at: now, ended_at: null })
    .where('state', '=', 'dead')
    .where('telephone', 'is not', null)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
