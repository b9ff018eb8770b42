import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import { pending } from './custody.ts';
import type { DossierView } from './view.ts';

/** Whether a correction at this moment is past what an officer may do alone (ngày tiếp nhận, chưa bàn giao). */
export function isPastOfficer(view: Pick<DossierView, 'received' | 'custody'>, at: LocalDateTime): boolean {
  return view.received === null || dateOf(at) !== dateOf(view.received.receivedAt) || hasLeft(view);
}

/** Whether the paper has left the counter, or is on its way. */
export function hasLeft({ custody }: Pick<DossierView, 'custody'>): boolean {
  const { holder } = custody;
  return pending(custody) !== null || (holder !== null && holder.kind !== 'counter' && holder.kind !== 'office');
}
