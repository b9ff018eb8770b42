import type { User } from '../../../contract/sync.ts';
import type { DeskContext } from '../context.ts';
import { documentNumber } from '../slips/document-number.ts';

/**
 * The next number of a unit's documents of this year (Số): the highest running number known here and one more, in the
 * shape of the last one; the first is counted by the slip ledger. The officer may type another.
 */
export function nextNumber(context: DeskContext, kind: 'extension' | 'stop', unit: string, user: User): string {
  const year = context.localNow().slice(0, 4);
  const used = context.store.worklists.numbersOf(kind, unit, year).flatMap((text) => {
    const match = /^(\d+)(.*)$/.exec(text.trim());
    return match === null ? [] : [{ n: Number(match[1]), width: (match[1] ?? '').length, rest: match[2] ?? '' }];
  });
  const last = used.at(-1);
  if (last === undefined) return documentNumber(context, kind === 'extension' ? '04' : '05', user);
  const next = Math.max(...used.map(({ n }) => n)) + 1;
  return `${String(next).padStart(last.width, '0')}${last.rest}`;
}
