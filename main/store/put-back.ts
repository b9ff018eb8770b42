import type { LogEvent } from '../../domain/log/envelope.ts';
import type { EventLog } from './events.ts';
import { moveFrom, type LeaveOrder, type LeaveParts } from './leaving.ts';

/**
 * A database put back from an older copy: what only the journal still holds stands in it again, and everything unsent
 * goes on in a new log, because the places behind the copy's end are taken. Call inside a transaction.
 */
export function takeUpAgain(
  leave: (order: LeaveOrder) => EventLog,
  parts: LeaveParts,
  lost: readonly LogEvent[],
  project: (events: readonly LogEvent[], own: EventLog) => void,
): void {
  const before = parts.openLog();
  const back = lost.filter((event) => before.insertLost(event));
  const own = leave({ because: 'restored', from: null, renamed: [] });
  const current = before.head().log;
  const others = [...new Set(back.map(({ envelope }) => envelope.log))].filter((log) => log !== current);
  for (const other of others) moveFrom(parts, own, other, { from: null, renamed: [] });
  parts.meta.set('formerLogs', [...new Set([...(parts.meta.get('formerLogs') ?? []), ...others])]);
  parts.meta.set('isCopy', false);
  project(back, own);
}
