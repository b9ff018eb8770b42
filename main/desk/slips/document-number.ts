import { foldText } from '../../../domain/citizen/name.ts';
import { epochMs } from '../../../domain/calendar/civil-date.ts';
import type { SlipForm } from '../../../domain/form/slip-values.ts';
import type { User } from '../../../contract/sync.ts';
import { ownCounter, type DeskContext } from '../context.ts';

/**
 * The running number of a form's documents in the year, "012.Q3": counted at this desk, with the letters of the counter
 * or unit behind it, so that two desks with no line between them never give the same one.
 */
export function documentNumber(context: DeskContext, form: SlipForm, user: User): string {
  const year = context.localNow().slice(0, 4);
  const made = context.store.slips.madeSince(form, epochMs(`${year}-01-01T00:00:00`));
  const place = user.unit ?? ownCounter(context).name;
  return `${String(made + 1).padStart(3, '0')}.${placeLetters(place)}`;
}

/** "Quầy 3" → "Q3", "Phòng Kinh tế, Hạ tầng và Đô thị" → "PKTHTVDT". */
export function placeLetters(place: string): string {
  return foldText(place)
    .split(/[^a-z0-9]+/)
    .map((word) => (/^\d/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .toUpperCase();
}
