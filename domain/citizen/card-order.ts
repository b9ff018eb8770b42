import type { CivilDate } from '../calendar/civil-date.ts';
import { cardDate, cardSex, isOldId, isPersonalId, type FoundFields } from './card-fields.ts';
import { nameCondition } from './name-check.ts';
import { personalIdFacts } from './personal-id.ts';

/**
 * Finds the holder in fields whose order is not known (the card of 2024, NĐ 70/2024; its QR may add cancelled numbers
 * and the names of parents or spouse): each field by its shape. What comes out is always shown before it counts.
 */
export function findFields(fields: readonly string[]): FoundFields {
  const left = fields.map((field) => field.trim()).filter((field) => field !== '');
  const take = (wanted: (field: string) => boolean): string | null => {
    const at = left.findIndex(wanted);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  // The holder's own number and name come first; those of others follow.
  const personalId = take(isPersonalId) ?? '';
  const oldId = take(isOldId);
  const sexField = take((field) => cardSex(field) !== null);
  const { birthDate, issueDate } = datesOf(personalId, left, take);
  const name = take(looksLikeName) ?? take(looksLikeDamagedName);
  const address = take((field) => field.includes(',')) ?? take((field) => /\p{L}/u.test(field) && field.includes(' '));
  return {
    format: issueDate !== null && issueDate >= '2024-07-01' ? 'can-cuoc-2024' : 'unknown-order',
    personalId,
    oldId,
    name,
    birthDate,
    sex: sexField === null ? null : cardSex(sexField),
    address,
    issueDate,
    extra: left,
  };
}

/** The birth date is the one the personal number speaks of, else the earliest; the day of issue is the first after it. */
function datesOf(
  personalId: string,
  fields: readonly string[],
  take: (wanted: (field: string) => boolean) => string | null,
): { birthDate: CivilDate | null; issueDate: CivilDate | null } {
  const dates = fields.map(cardDate).filter((date) => date !== null);
  const year = personalIdFacts(personalId)?.birthYear;
  const ofNumber = dates.find((date) => year !== undefined && date.startsWith(String(year)));
  const birthDate = ofNumber ?? (dates.length > 1 ? (dates.toSorted()[0] ?? null) : null);
  const issueDate = dates.filter((date) => birthDate === null || date > birthDate).toSorted()[0] ?? null;
  for (const taken of [birthDate, issueDate]) {
    if (taken !== null) take((field) => cardDate(field) === taken);
  }
  return { birthDate, issueDate };
}

function looksLikeName(field: string): boolean {
  return field.includes(' ') && !field.includes(',') && nameCondition(field).kind !== 'damaged';
}

/** So that a broken name is asked for and not taken for an address. */
function looksLikeDamagedName(field: string): boolean {
  return /\p{L}/u.test(field) && !field.includes(',');
}
