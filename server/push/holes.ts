import { raiseAlarm } from '../store/alarms.ts';
import type { Tx } from '../store/pool.ts';
import type { JudgedEvent } from './strangers.ts';

/**
 * A desk says that something it had written is lost for good (`log.hole`): nobody would see it among its events, so an alarm
 * (`XV-25`) tells of it.
 */
export async function tellOfHoles(tx: Tx, sentBy: string, judged: readonly JudgedEvent[]): Promise<void> {
  for (const { envelope, verdict } of judged) {
    if (envelope.type === 'log.hole' && verdict.end !== 'quarantined')
      await raiseAlarm(tx, { ...verdict, reason: 'XV-25' }, sentBy);
  }
}
