import { freeRange, GRANT_SIZE, HIGHEST_NUMBER, numbersLeft } from '../../domain/dossier/number-range.ts';
import type { MachineKind } from '../../contract/machine-kind.ts';
import type { NumberGrant } from '../../contract/sync.ts';
import { daysAfter, vietnamDate } from '../clock.ts';
import type { Db, Tx } from './pool.ts';
import type { NumberGrantTable } from './tables.ts';
import { guarded, inTransaction, lockInOrder } from './transaction.ts';

/** A grant reaches so many days on from the day it is given: well beyond the 30 a desk may work without the line. */
const DAYS_AHEAD = 45;
/** The next one is given when the last reaches less far than this. */
const RENEW_BELOW_DAYS = 30;
/** With fewer numbers than this left for today, the desk gets another range. */
const SHORT_BELOW = 50;

export interface GrantHolder {
  readonly log: string;
  readonly office: string;
  readonly prefix: string;
}

/**
 * The ranges a log may print from today on, with what it lacked added (S7): a number of a day is given to one log only,
 * and never again, not even after the log has ended.
 * @param today Vietnam date
 */
export async function grantsFor(
  db: Db,
  holder: GrantHolder,
  today: string,
  newId: () => string,
): Promise<NumberGrant[]> {
  const current = await currentGrants(db, holder, today);
  if (missing(current, await usedToday(db, current, today), today).length === 0) return current;
  return inTransaction(db, async (tx) => {
    await lockInOrder(tx, 'grant', [holder.prefix]);
    const held = await currentGrants(tx, holder, today);
    // A kiosk or a display is given no range, so it has none to tell of.
    if ([...(await notCompared(tx, holder.office)).values()].includes('desk')) return held;
    for (const span of missing(held, await usedToday(tx, held, today), today)) {
      const given = await tx
        .selectFrom('number_grant')
        .selectAll()
        .where('prefix', '=', holder.prefix)
        .where('valid_to', '>=', span.validFrom)
        .execute();
      const amid = await amidTheFree(tx, span.validFrom);
      const range = freeRange(given.map(grantOf), { prefix: holder.prefix, ...span, amid });
      // The day's 9,999 numbers are all given: the desk goes on with temporary ones.
      if (range === null) break;
      const row: NumberGrantTable = {
        id: newId(),
        log: holder.log,
        office: holder.office,
        prefix: holder.prefix,
        first: range.from,
        last: range.to,
        valid_from: span.validFrom,
        valid_to: span.validTo,
      };
      await tx.insertInto('number_grant').values(row).execute();
      held.push(grantOf(row));
    }
    return held;
  });
}

/** The spans of days for which the log needs one more range. */
function missing(
  grants: readonly NumberGrant[],
  used: ReadonlyMap<string, number>,
  today: string,
): { validFrom: string; validTo: string }[] {
  const until = daysAfter(today, DAYS_AHEAD);
  const reach = grants.reduce((far, grant) => (grant.validTo > far ? grant.validTo : far), '');
  const spans: { validFrom: string; validTo: string }[] = [];
  if (reach === '' || reach < today) return [{ validFrom: today, validTo: until }];
  const now = grants.filter((grant) => grant.validFrom <= today);
  const left = now.reduce((sum, { id, from, to }) => sum + numbersLeft([{ from, to }], [used.get(id) ?? from - 1]), 0);
  if (left < SHORT_BELOW) spans.push({ validFrom: today, validTo: until });
  if (reach < daysAfter(today, RENEW_BELOW_DAYS)) spans.push({ validFrom: daysAfter(reach, 1), validTo: until });
  return spans;
}

async function currentGrants(db: Db | Tx, holder: GrantHolder, today: string): Promise<NumberGrant[]> {
  const rows = await db
    .selectFrom('number_grant')
    .selectAll()
    .where('log', '=', holder.log)
    .where('prefix', '=', holder.prefix)
    .where('valid_to', '>=', today)
    .orderBy('valid_from')
    .orderBy('first')
    .execute();
  return rows.map(grantOf);
}

/** The highest number of today that has arrived, by grant. */
async function usedToday(
  db: Db | Tx,
  grants: readonly NumberGrant[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  if (grants.length === 0) return new Map();
  const rows = await db
    .selectFrom('dossier_code')
    .select((eb) => ['grant_id', eb.fn.max('number').as('highest')])
    .where('date', '=', today)
    .where(
      'grant_id',
      'in',
      grants.map(({ id }) => id),
    )
    .groupBy('grant_id')
    .execute();
  return new Map(rows.map((row) => [row.grant_id ?? '', row.highest]));
}

/** A range and the device that prints from it. */
export interface HeldGrant extends NumberGrant {
  readonly device: string;
  /** Its log has been left: what was printed from it may come in the one that followed. */
  readonly isLeft: boolean;
}

/** Ranges by their ids, whoever holds them. */
export async function grantsById(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, HeldGrant>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('number_grant')
    .innerJoin('log', 'log.id', 'number_grant.log')
    .selectAll('number_grant')
    .select(['log.device', 'log.ended_at'])
    .where('number_grant.id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ device, ended_at: endedAt, ...row }) => [
      row.id,
      { ...grantOf(row), device, isLeft: endedAt !== null },
    ]),
  );
}

function grantOf(row: NumberGrantTable): NumberGrant {
  return {
    id: row.id,
    log: row.log,
    office: row.office,
    prefix: row.prefix,
    from: row.first,
    to: row.last,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/**
 * Keeps ranges a desk holds and this database does not know: given after the copy it was put back from. Where their log was
 * begun after it too, they are kept for the one known here until it is begun again and they are told again. One that
 * overlaps what was given since is left out; a number of it on paper is then flagged when it comes (XV-07, XV-05).
 */
export async function keepGrants(
  tx: Tx,
  holder: Pick<GrantHolder, 'log' | 'office'> & { readonly device: string },
  grants: readonly NumberGrant[],
): Promise<void> {
  const told = await thoseForgotten(tx, holder.office, grants);
  if (told.length === 0) return;
  await lockInOrder(
    tx,
    'grant',
    told.map(({ prefix }) => prefix),
  );
  const known = await tx
    .selectFrom('log')
    .select(['id', 'device'])
    .where('id', 'in', [...new Set(told.map(({ log }) => log))])
    .execute();
  const deviceOf = new Map(known.map(({ id, device }) => [id, device]));
  for (const grant of told) {
    const device = deviceOf.get(grant.log);
    if (device !== undefined && device !== holder.device) continue;
    await guarded(tx, () =>
      tx
        .insertInto('number_grant')
        .values({
          id: grant.id,
          log: device === undefined ? holder.log : grant.log,
          office: grant.office,
          prefix: grant.prefix,
          first: grant.from,
          last: grant.to,
          valid_from: grant.validFrom,
          valid_to: grant.validTo,
        })
        .onConflict((on) =>
          on
            .column('id')
            .doUpdateSet({ log: (eb) => eb.ref('excluded.log') })
            .where('number_grant.log', 'in', (eb) =>
              eb.selectFrom('log').select('log.id').where('log.device', '=', holder.device),
            ),
        )
        .execute(),
    );
  }
}

/**
 * Of the ranges told those that a province put back from a copy can have given and forgotten: whoever has a desk's key takes
 * no numbers by telling of them, neither another office's nor those of years to come.
 */
async function thoseForgotten(tx: Tx, office: string, grants: readonly NumberGrant[]): Promise<NumberGrant[]> {
  const own = grants.filter((grant) => grant.office === office);
  if (own.length === 0) return [];
  const restoredAt = (await tx.selectFrom('province').select('restored_at').executeTakeFirst())?.restored_at ?? null;
  if (restoredAt === null) return [];
  const rows = await tx.selectFrom('office').select(['id', 'code_prefix']).execute();
  const others = new Set(rows.filter(({ id }) => id !== office).map(({ code_prefix: prefix }) => prefix));
  for (const row of rows) if (row.id === office) others.delete(row.code_prefix);
  const reach = daysAfter(vietnamDate(restoredAt), DAYS_AHEAD);
  return own.filter(
    ({ prefix, from, to, validTo }) =>
      !others.has(prefix) && to < from + GRANT_SIZE && to <= HIGHEST_NUMBER && validTo <= reach,
  );
}

/**
 * Where among the free numbers of that day a range is given after the database was put back from a copy, each time elsewhere:
 * it may have forgotten some that nobody will tell, of a machine that is no more, or the other of two that were cloned.
 * Null where it can have forgotten none. @param day Vietnam date
 */
async function amidTheFree(tx: Tx, day: string): Promise<number | null> {
  const row = await tx.selectFrom('province').select(['epoch', 'restored_at']).executeTakeFirst();
  const at = row?.restored_at ?? null;
  if (row === undefined || at === null || day > daysAfter(vietnamDate(at), DAYS_AHEAD)) return null;
  // Not at the low end, where the forgotten ones are. The end of an epoch's id is drawn at random.
  return 0.25 + 0.7 * (Number.parseInt(row.epoch.slice(-6), 16) / 0x1000000);
}

/**
 * Machines of an office (null: of all) that have not told what they hold since the database was put back from a copy, and
 * what each is. Ranges given after that copy are known to the desks alone: until every desk of the office has told the ones
 * it holds, none is given. One that is no more is revoked, and waited for no longer. It has told in the log it writes: one
 * it was put back to before, nobody will ever tell in.
 */
export async function notCompared(db: Db | Tx, office: string | null): Promise<ReadonlyMap<string, MachineKind>> {
  const rows = await db
    .selectFrom('device')
    .innerJoin('province', (on) => on.onTrue())
    .select(['device.id', 'device.kind'])
    .$if(office !== null, (query) => query.where('device.office', '=', office ?? ''))
    .where('device.portal', '=', false)
    .where('device.revoked_at', 'is', null)
    .where('province.restored_at', 'is not', null)
    .whereRef('device.enrolled_at', '<', 'province.restored_at')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('log')
            .select('log.id')
            .whereRef('log.device', '=', 'device.id')
            .whereRef('log.compared', '=', 'province.epoch'),
        ),
      ),
    )
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
