import type { CorrectionPreview, ToldHow } from '../stores/correction.ts';

/** Letters a reason has at least; the contract asks for as many. */
export const SHORTEST_REASON = 3;

/** What the officer has not said yet, in the order of the work; null: it can be saved. */
export function missingOf(
  preview: Pick<CorrectionPreview, 'lines' | 'effects'>,
  reason: string,
  told: ToldHow | null,
): 'change' | 'reason' | 'told' | null {
  if (preview.lines.length === 0) return 'change';
  if (reason.trim().length < SHORTEST_REASON) return 'reason';
  const isKnown = told !== null && (told !== 'message' || preview.effects.mayMessage);
  return preview.effects.callBack && !isKnown ? 'told' : null;
}
