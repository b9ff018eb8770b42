import type { CallOutput } from '../../../contract/desk.ts';
import { nextHour } from '../../../domain/indicator/next-hour.ts';
import { officeNow } from '../../../domain/indicator/office-now.ts';
import { firstBreach } from '../../../domain/indicator/ways-out.ts';
import type { DeskContext } from '../context.ts';
import { hallHere, named } from './office.ts';

/** What a supervisor should know at any workspace: the field that passes the limit first, or has. Null: none. */
export function officeAlert(context: DeskContext): CallOutput<'board.alert'> {
  const { view, rules } = hallHere(context);
  if (view.state !== 'open') return null;
  const now = officeNow(view, rules, context.localNow());
  if (now.over > 0 && now.longest !== null) {
    return { ...named(rules, now.longest.ticket.series), limit: now.limit, over: now.over, breachAt: null };
  }
  const breach = firstBreach(nextHour(view, rules, now.at), now);
  if (breach === null) return null;
  return { ...named(rules, breach.letter), limit: now.limit, over: now.over, breachAt: breach.breachAt };
}
