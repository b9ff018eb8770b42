import type { CallInput } from '../../contract/desk.ts';
import type { KioskTicket } from '../../contract/desk/screens.ts';
import { desk, DeskProblem } from '../app/desk-client.ts';
import { within, type Timer } from '../../domain/within.ts';
import { pageTimer } from '../app/page-timer.ts';

/** Nobody stands before "Đang lấy số" for longer, ms: more than the host and the printers are given by the desk. */
export const TAKEN_WITHIN_MS = 45_000;

/** The number of whoever touched a field. @throws DeskProblem; GN-05: the program gave no answer */
export async function take(
  asked: CallInput<'kiosk.take'>,
  timer: Timer = pageTimer,
  ask: (asked: CallInput<'kiosk.take'>) => Promise<KioskTicket> = (one) => desk('kiosk.take', one),
): Promise<KioskTicket> {
  const ticket = await within(timer, TAKEN_WITHIN_MS, ask(asked), null);
  if (ticket === null) throw new DeskProblem({ code: 'GN-05', params: {}, correlationId: '' });
  return ticket;
}
