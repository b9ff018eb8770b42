import type { ProblemCode } from '../../../contract/problems.ts';
import type { Verdict } from '../../../contract/sync.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { writtenLocal } from '../trusted-time.ts';

/**
 * Somebody holds a slip that was printed before the province had judged the dossier, and its verdict speaks against what
 * the slip says (gọi lại người nộp): another dossier carries the code (XV-19), or the dossier is kept apart, so that
 * nobody finds it by that code (XV-20). Null: nobody to call, or they were told since.
 */
export function slipInDoubt(view: DossierView, verdict: Verdict): ProblemCode | null {
  if (!view.slips.some((slip) => slip.form === '01')) return null;
  // The paper has done its work, or nobody is known any more.
  if (['returned', 'archived', 'cancelled'].includes(view.state) || view.erasures.length > 0) return null;
  const at = writtenLocal(verdict.at);
  if (view.notices.some((notice) => notice.about === 'call-back' && notice.at >= at)) return null;
  if (verdict.reason === 'XV-05') return 'XV-19';
  // Guided or sent in first: then the receipt is not what the dossier began with, and the slip is of it all the same.
  const judged = view.story.find(({ eventId }) => eventId === verdict.eventId);
  const isOfSlip = judged?.type === 'dossier.received' || view.received === null;
  return isOfSlip && (verdict.end === 'quarantined' || verdict.end === 'refused') ? 'XV-20' : null;
}
