import type { Json } from '../log/canonical.ts';

/**
 * ID numbers (số định danh cá nhân, số giấy tờ cũ) of whose matter an event's body is: of its applicant, or of the person
 * who was told something. Whoever handed in for somebody else is none of them: erasing a dossier must not touch the
 * matters of all for whom the same person comes.
 */
export function applicantNumbers(body: Json): string[] {
  return numbersUnder(body, new Set(['applicant', 'person']), false);
}

/** Every ID number a body names, of whoever. */
export function numbersIn(body: Json): string[] {
  return numbersUnder(body, new Set(), true);
}

function numbersUnder(value: Json, names: ReadonlySet<string>, isUnder: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => numbersUnder(each, names, isUnder));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    // "submitter.person" is no applicant.
    if (name === 'submitter' && !isUnder) return [];
    if (isUnder && (name === 'personalId' || name === 'oldId'))
      return typeof part === 'string' && part !== '' ? [part] : [];
    return numbersUnder(part, names, isUnder || names.has(name));
  });
}
