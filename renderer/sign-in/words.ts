import { localDateTime, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { PersonAtDesk } from '../../contract/desk/session.ts';
import type { Role } from '../../contract/roles.ts';
import { since } from '../app/local-time.ts';

/** "06:58" on the same day, "20/11 16:52" on another; from milliseconds since 1970-01-01T00:00Z. */
export const sinceMs = (ms: number, now: LocalDateTime): string => since(localDateTime(ms), now);

/**
 * The name of the centre (Trung tâm) where its authority stands above it and names the place already; words that
 * belong together stay on one line.
 */
export function centreTitle(name: string, shortName: string): string {
  const own = name.endsWith(` ${shortName}`) ? name.slice(0, -shortName.length - 1) : name;
  return own.replace(/hành chính công|Phục vụ|Trung tâm/g, (phrase) => phrase.replaceAll(' ', '\u00a0'));
}

/** [from, to] pairs in order, each number with the four digits it has on slips. Ranges that meet are one. */
export function numberRanges(
  numbers: readonly { readonly from: number; readonly to: number }[],
): { readonly from: string; readonly to: string }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of numbers.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  const digits = (n: number): string => String(n).padStart(4, '0');
  return merged.map(({ from, to }) => ({ from: digits(from), to: digits(to) }));
}

const order: readonly Role[] = ['officer', 'supervisor', 'unitOfficer', 'administrator', 'provincialViewer'];

/** Those who sit at counters first; within a role as the office's list has them. */
export function rosterOrder(roster: readonly PersonAtDesk[]): PersonAtDesk[] {
  return roster.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Right of a name: "tiếp nhận, Hộ tịch, Chứng thực", "Giám đốc", the unit. */
export function personDuty(person: PersonAtDesk, words: { readonly receives: string; readonly role: string }): string {
  switch (person.role) {
    case 'officer':
      return [words.receives, ...person.fields].join(', ');
    case 'unitOfficer':
      return person.unit ?? words.role;
    case 'supervisor':
    case 'administrator':
    case 'provincialViewer':
      return person.position === '' ? words.role : person.position;
  }
}
