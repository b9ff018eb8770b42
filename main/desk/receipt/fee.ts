import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import { feeFor } from '../../../domain/procedure/fee.ts';
import type { FeeAtReceipt } from '../../../domain/dossier/events.ts';

/** The fee (phí, lệ phí) by procedure, case, channel and quantity; an amount the program does not know is entered. */
export function assessFee(
  procedure: Procedure,
  caseId: string,
  content: ReceiptContent,
): { readonly shown: Assessment['fee']; readonly kept: FeeAtReceipt | null } {
  const quote = feeFor(procedure, caseId, content.channel, {
    quantity: content.quantity,
    documents: [{ pages: content.pages, copies: content.quantity }],
  });
  const computed = quote.kind === 'fee' ? quote.total : null;
  const amount = content.feeAmount ?? computed;
  const basis = quote.kind === 'fee' ? [...new Set(quote.lines.map((line) => line.legal))].join('; ') : quote.legal;
  const lines =
    quote.kind === 'fee'
      ? quote.lines.map((line) => ({ vi: `${line.what}: ${line.explanation.vi}`, en: line.explanation.en }))
      : [quote.reason];
  return {
    shown: { amount, lines, basis },
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
