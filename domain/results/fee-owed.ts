import { stillOwed } from '../money/cash-list.ts';
import type { DossierView } from '../dossier/view.ts';

/**
 * Đồng that must be taken before a result is returned; 0 where nothing is due, or where the result is a refusal: a fee
 * is for what was granted.
 */
export function feeOwed(view: Pick<DossierView, 'received' | 'payments' | 'result'>): number {
  const fee = view.received?.fee;
  if (fee === undefined || fee.paid !== 'unpaid' || view.result.finished?.outcome === 'declined') return 0;
  return Math.max(0, stillOwed(fee.amount, view.payments));
}
