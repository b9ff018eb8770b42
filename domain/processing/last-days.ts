import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { countDays } from '../calendar/count-days.ts';
import type { DossierView } from '../dossier/view.ts';

/** Working days within which a supplement may be asked for (NĐ 61/2018 Điều 19 khoản 4). */
const SUPPLEMENT_WITHIN = 3;

type Clocked = Pick<DossierView, 'clock' | 'received'>;

/** When the time for the unit began: at receipt, or once the competent office had it. Null before receipt. */
export function countedFrom({ clock, received }: Clocked): LocalDateTime | null {
  const [first] = clock.marks;
  return first?.kind === 'start' ? first.at : (received?.receivedAt ?? null);
}

/** Last day to ask for a supplement: the third working day after receipt. Null before receipt and past the calendar. */
export function supplementUntil(view: Clocked, calendar: WorkingCalendar): CivilDate | null {
  const from = countedFrom(view);
  if (from === null || !calendar.covers(dateOf(from))) return null;
  return countDays(dateOf(from), { value: SUPPLEMENT_WITHIN, unit: 'WORKING_DAY' }, calendar)?.due ?? null;
}

/**
 * Last day for the apology with a new date: the day before the due date, or, where nobody works then, the last working
 * day before it (NĐ 61/2018 Điều 19 khoản 9). Null where no due date holds.
 */
export function extensionUntil({ clock }: Pick<DossierView, 'clock'>, calendar: WorkingCalendar): CivilDate | null {
  if (clock.dueAt === null) return null;
  const before = addDays(dateOf(clock.dueAt), -1);
  let day = before;
  while (calendar.covers(day) && !calendar.isWorkingDay(day)) day = addDays(day, -1);
  return calendar.covers(day) ? day : before;
}
