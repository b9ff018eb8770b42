import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { hallChangeSchema } from '../../../contract/hall-rules.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { changesAhead, ownChangeOn } from '../../../domain/ticket/own-settings.ts';
import type { Admin } from '../admin.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';

/** The hall's limits of the office (mức chờ và cách gọi của Trung tâm): in force, the province's, and every change of them. */
export function officeHallRules(context: DeskContext): CallOutput<'board.hallRules'> {
  const { reference } = context;
  const today = dateOf(context.localNow());
  const changes = reference.hallChanges();
  return {
    today,
    inForce: reference.hallRules(today).settings,
    province: reference.provinceHallRules(today).settings,
    held: ownChangeOn(changes, today),
    ahead: changesAhead(changes, today),
    changes: changes.toReversed(),
    newest: changes.at(-1)?.number ?? 0,
  };
}

/** Sets them from a later day on; the province keeps it and hands it out. @throws ProblemError SV-04, GN-02, as `Admin.say` */
export async function changeHallRules(
  context: DeskContext,
  admin: Pick<Admin, 'change'>,
  session: DeskSession,
  asked: CallInput<'board.changeHallRules'>,
): Promise<CallOutput<'board.changeHallRules'>> {
  const { office } = enrolmentOf(context);
  return admin.change(session, '/v1/hall-rules', { office, ...asked }, hallChangeSchema);
}
