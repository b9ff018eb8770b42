import type { LocalDateTime } from '../calendar/civil-date.ts';
import { printedOn } from './correction.ts';
import type { DossierView } from './view.ts';

/** Why a citizen still has to be told (phải gọi lại người dân). */
export interface CallBack {
  readonly since: LocalDateTime;
  readonly because: string;
}

type Telling = Pick<
  DossierView,
  'corrections' | 'settlements' | 'slips' | 'notices' | 'story' | 'state' | 'mergedInto' | 'erasures'
>;

/**
 * Whether a citizen holds a slip that a correction or a settlement made wrong, and nobody has told them since. A result
 * returned, or a dossier cancelled, leaves nothing to tell.
 */
export function callBackOwed(view: Telling): CallBack | null {
  // Nobody is known any more who could be told.
  if (view.erasures.length > 0) return null;
  if (view.state === 'returned' || view.state === 'archived' || view.state === 'cancelled') return null;
  const place = (eventId: string): number => view.story.findIndex((line) => line.eventId === eventId);
  const printed: readonly string[] = printedOn['01'] ?? [];
  const corrected = view.corrections
    .filter(({ fields }) => fields.some((field) => printed.includes(field)))
    .filter(({ eventId }) => view.slips.some((slip) => slip.form === '01' && place(slip.eventId) < place(eventId)));
  const settled = view.settlements.filter((settlement) => settlement.callBack);
  const last = [...corrected, ...settled].toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  const isTold = view.notices.some((notice) => notice.about === 'call-back' && notice.at >= last.at);
  return isTold ? null : { since: last.at, because: last.reason };
}
