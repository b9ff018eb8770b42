import type { Alarm } from '../../contract/kept-apart.ts';
import type { Db } from './pool.ts';

/** Alarms of one office's logs, or of all, the newest first. */
export async function alarmsOf(db: Db, office: string | null): Promise<Alarm[]> {
  return db
    .selectFrom('alarm')
    .innerJoin('log', 'log.id', 'alarm.log')
    .select(['alarm.log', 'alarm.seq', 'alarm.hash', 'alarm.event_id as eventId', 'alarm.reason'])
    .select(['alarm.sent_by as sentBy', 'alarm.at', 'log.office', 'log.device'])
    .$if(office !== null, (query) => query.where('log.office', '=', office))
    .orderBy('alarm.at', 'desc')
    .orderBy('alarm.log')
    .orderBy('alarm.seq')
    .limit(500)
    .execute();
}

/** How many there are of each reason. */
export async function alarmCounts(db: Db): Promise<{ readonly reason: string; readonly n: number }[]> {
  return db
    .selectFrom('alarm')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('reason')
    .execute();
}
