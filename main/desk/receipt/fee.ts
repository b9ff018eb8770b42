import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import { exemptionsFor, feeFor } from '../../../domain/procedure/fee.ts';
import type { FeeAtReceipt } from '../../../domain/dossier/events/receipt.ts';

/** The fee (phí, lệ phí) by procedure, case, channel, quantity and exemption; an amount the program does not know is entered. */
export function assessFee(
  procedure: Procedure,
  caseId: string,
  content: ReceiptContent,
): { readonly shown: Assessment['fee']; readonly kept: FeeAtReceipt | null } {
  const exemptions = exemptionsFor(procedure, caseId, content.channel);
  // One of another case, or of rules since changed, frees from nothing.
  const exemption = exemptions.find((words) => words === content.feeExemption) ?? null;
  const quote = feeFor(procedure, caseId, content.channel, {
    quantity: content.quantity,
    documents: [{ pages: content.pages, copies: content.quantity }],
    ...(exemption === null ? {} : { exemption }),
  });
  const computed = quote.kind === 'fee' ? quote.total : null;
  const amount = content.feeAmount ?? computed;
  const legal = quote.kind === 'fee' ? [...new Set(quote.lines.map((line) => line.legal))].join('; ') : quote.legal;
  const basis = exemption === null ? legal : `${legal}; miễn: ${exemption}`;
  const lines =
    quote.kind === 'fee'
      ? quote.lines.map((line) => ({ vi: `${line.what}: ${line.explanation.vi}`, en: line.explanation.en }))
      : [quote.reason];
  return {
    shown: { amount, exemptions, exemption, lines, basis },
    kept:
      amount === null
        ? null
        : {
            amount,
            basis,
            paid: paidAs(amount, content.feePaid),
            receiptNumber: content.feeReceipt.trim(),
          },
  };
}

/** "Nothing due" goes with no amount and with nothing else: the cash list adds up what was owed. */
function paidAs(amount: number, marked: ReceiptContent['feePaid']): FeeAtReceipt['paid'] {
  if (amount === 0) return 'nothing-due';
  return marked === null || marked === 'nothing-due' ? 'unpaid' : marked;
}
