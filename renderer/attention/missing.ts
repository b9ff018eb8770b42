import type { CallOutput } from '../../contract/desk.ts';
import { SHORTEST_REASON } from '../correction/missing.ts';
import type { Matter, MatterWork } from './use-matter.ts';

/** What the officer has not said yet before a matter can be settled; null: it can be. */
export function settleMissing(
  matter: Pick<Matter, 'mayMessage'>,
  preview: Pick<CallOutput<'attention.preview'>, 'callBack'> | null,
  { reason, told }: Pick<MatterWork, 'reason' | 'told'>,
): 'reason' | 'told' | null {
  if (reason.trim().length < SHORTEST_REASON) return 'reason';
  const isKnown = told !== null && (told !== 'message' || matter.mayMessage);
  return preview?.callBack === true && !isKnown ? 'told' : null;
}

/** A message says its own text; what was said by voice or letter must be written down. */
export function tellMissing({ way, text }: Pick<MatterWork, 'way' | 'text'>): 'text' | null {
  return way === 'message' || text.trim() !== '' ? null : 'text';
}

/** Whether there is something to choose or to write down for who looks; not known yet counts as yes. */
export function isForMe(matter: Pick<Matter, 'row' | 'mayNot'> | null, mayTell: boolean): boolean {
  return matter === null || matter.mayNot === null || (matter.row.kind === 'call-back' && mayTell);
}
