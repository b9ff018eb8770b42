import { mayDo } from '../dossier/law.ts';
import type { DossierView } from '../dossier/view.ts';
import { awaited } from '../results/whereabouts.ts';

/**
 * Where whoever was called with a slip is served: a receipt (tiếp nhận), the page that hands out what is ready (trả kết
 * quả), or the dossier's own page, where papers that were asked for are taken and everything else is told.
 */
export type CalledOpens = 'receipt' | 'result' | 'dossier';

/** @param office the shop that called */
export function calledOpens(view: DossierView, office: string): CalledOpens {
  const waits = awaited(view);
  if (waits !== null && waits.office === office && waits.at !== 'unit' && waits.at !== 'way') return 'result';
  return mayDo(view, 'dossier.received') === 'never' ? 'dossier' : 'receipt';
}
