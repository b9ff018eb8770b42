import { sql } from 'kysely';
import type { Alarm, SettleAlarms, SettledAlarm } from '../../contract/kept-apart.ts';
import type { Verdict } from '../../contract/sync.ts';
import { codeOfView, type DossierView } from '../../domain/dossier/view.ts';
import type { Db, Tx } from './pool.ts';
import { forgetStrangers } from './strangers.ts';

/**
 * Raises the alarm of a refusal, once; again where somebody has settled it since.
 * @param person whose name nobody knows
 * @returns the verdict that stands: the first one given for these very bytes
 */
export async function raiseAlarm(
  tx: Tx,
  refusal: Verdict,
  sentBy: string,
  person: string | null = null,
): Promise<Verdict> {
  const { log, seq, hash, eventId, reason, at, signature } = refusal;
  await sql`insert into alarm (log, seq, hash, event_id, reason, sent_by, at, signature, person)
    values (${log}, ${seq}, ${hash}, ${eventId}, ${reason ?? ''}, ${sentBy}, ${at}, ${signature}, ${person})
    on conflict (log, seq, hash, event_id, reason) do update
      set open = true, raised_at = excluded.at, sent_by = excluded.sent_by where not alarm.open`.execute(tx);
  const first = await tx
    .selectFrom('alarm')
    .select(['at', 'signature'])
    .where('log', '=', log)
    .where('seq', '=', seq)
    .where('hash', '=', hash)
    .where('event_id', '=', eventId)
    .where('reason', '=', reason ?? '')
    .executeTakeFirstOrThrow();
  return { ...refusal, ...first };
}

/** Alarms of one office's logs, or of all, that nobody has settled, the newest first. */
export async function openAlarms(db: Db, office: string | null): Promise<Alarm[]> {
  const raised = sql<number>`coalesce(alarm.raised_at, alarm.at)`;
  const rows = await db
    .selectFrom('alarm')
    .innerJoin('log', 'log.id', 'alarm.log')
    .select(['alarm.log', 'alarm.seq', 'alarm.hash', 'alarm.event_id as eventId', 'alarm.reason', 'alarm.person'])
    .select(['alarm.sent_by as sentBy', 'log.office', 'log.device', raised.as('at'), dossierView.as('view')])
    .where('alarm.open', '=', true)
    .$if(office !== null, (query) => query.where('log.office', '=', office))
    .orderBy(raised, 'desc')
    .orderBy('alarm.log')
    .orderBy('alarm.seq')
    .limit(500)
    .execute();
  return rows.map(withDossier);
}

/**
 * Of the dossier an alarm's event is of, where that very event was taken in (the id of what was refused may be another
 * office's) and the log's office receives or decides the dossier.
 */
const dossierView = sql<string | null>`(select v.view from event e join dossier_view v on v.id = e.aggregate_id
  where e.log = alarm.log and e.seq = alarm.seq and e.id = alarm.event_id and not e.quarantined
    and log.office in (v.receiving_office, v.competent_office))`;

function withDossier<Row extends { readonly view: string | null }>({ view, ...row }: Row) {
  // Written by `saveViews`.
  return { ...row, dossier: view === null ? null : codeOfView(JSON.parse(view) as DossierView) || null };
}

/** Those somebody has settled, the newest first. */
export async function settledAlarms(db: Db, office: string | null): Promise<SettledAlarm[]> {
  const rows = await db
    .selectFrom('alarm_settled as s')
    .innerJoin('log', 'log.id', 's.log')
    .innerJoin('alarm', (on) =>
      on
        .onRef('alarm.log', '=', 's.log')
        .onRef('alarm.seq', '=', 's.seq')
        .onRef('alarm.hash', '=', 's.hash')
        .onRef('alarm.event_id', '=', 's.event_id')
        .onRef('alarm.reason', '=', 's.reason'),
    )
    .leftJoin('person', 'person.id', 's.by')
    .select(['s.log', 's.seq', 's.hash', 's.event_id as eventId', 's.reason', 's.raised_at as at', 's.because'])
    .select(['s.at as settledAt', sql<string>`coalesce(person.name, s.by)`.as('settledBy')])
    .select(['alarm.sent_by as sentBy', 'alarm.person', 'log.office', 'log.device', dossierView.as('view')])
    .$if(office !== null, (query) => query.where('log.office', '=', office))
    .orderBy('s.at', 'desc')
    .orderBy('s.raised_at', 'desc')
    .orderBy('s.log')
    .orderBy('s.seq')
    .limit(500)
    .execute();
  return rows.map(withDossier);
}

export interface SettleOrder extends SettleAlarms {
  /** Account of the administrator. */
  readonly by: string;
  /** Of this office's logs only; null: of any. */
  readonly office: string | null;
}

/**
 * Settles alarms a person has looked at. One that was raised again since it was shown stays open, and so does one that is
 * settled already: who was first is kept.
 * @returns how many of them are settled now; null where one is not there, or is another office's
 */
export async function settleAlarms(tx: Tx, order: SettleOrder, now: number): Promise<number | null> {
  const of = <K extends keyof SettleAlarms['alarms'][number]>(key: K) => order.alarms.map((alarm) => alarm[key]);
  const seen = sql`(select distinct * from unnest(${of('log')}::uuid[], ${of('seq')}::integer[], ${of('hash')}::text[],
    ${of('eventId')}::uuid[], ${of('reason')}::text[], ${of('at')}::bigint[]) as k (log, seq, hash, event_id, reason, seen_at))`;
  const same = sql`a.log = k.log and a.seq = k.seq and a.hash = k.hash and a.event_id = k.event_id and a.reason = k.reason`;
  const { rows: there } = await sql<{ known: boolean }>`select a.log is not null
      and (${order.office}::text is null or l.office = ${order.office}) as known
    from ${seen} k left join alarm a on ${same} left join log l on l.id = a.log`.execute(tx);
  if (!there.every(({ known }) => known)) return null;
  const { rows: closed } = await sql<{ log: string; seq: number; reason: string }>`with closed as (
      update alarm a set open = false from ${seen} k
      where ${same} and a.open and coalesce(a.raised_at, a.at) <= k.seen_at
      returning a.log, a.seq, a.hash, a.event_id, a.reason, coalesce(a.raised_at, a.at) as raised_at)
    insert into alarm_settled (log, seq, hash, event_id, reason, raised_at, at, by, because)
      select log, seq, hash, event_id, reason, raised_at, ${now}::bigint, ${order.by}::text, ${order.because}::text from closed
      returning log, seq, reason`.execute(tx);
  await forgetStrangers(
    tx,
    closed.filter(({ reason, seq }) => reason === 'XV-21' && seq > 0),
  );
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n
    from ${seen} k join alarm a on ${same} where not a.open`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** How many nobody has settled, of each reason. */
export async function alarmCounts(db: Db): Promise<{ readonly reason: string; readonly n: number }[]> {
  return db
    .selectFrom('alarm')
    .select(['reason', ({ fn }) => fn.countAll<number>().filterWhere('open', '=', true).as('n')])
    .groupBy('reason')
    .execute();
}
