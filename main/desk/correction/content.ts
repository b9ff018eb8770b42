import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { emptyReceipt } from '../../../contract/desk/receipt.ts';
import type { DossierReceived } from '../../../domain/dossier/events/receipt.ts';
import { typedPeople } from '../guidance/typed-people.ts';

/** A receipt as the form holds it. What was computed then (fee, date) stands as it was given, not to be computed anew. */
export function contentOfReceipt(received: DossierReceived): ReceiptContent {
  const { procedure, competentOffice, receivingOffice, fee, due } = received;
  return {
    ...emptyReceipt(received.visit),
    ...typedPeople(received.applicant, received.submitter),
    procedureCode: procedure.code,
    caseId: procedure.caseId,
    channel: received.channel,
    papers: Object.fromEntries(
      received.papers.map(({ paperId, state, originals, copies, note }) => [
        paperId,
        { state, originals, copies, note },
      ]),
    ),
    sets: received.sets,
    quantity: received.quantity,
    resultWay: received.resultWay,
    resultAddress: received.resultAddress,
    competentOffice: competentOffice === receivingOffice ? null : competentOffice,
    land: received.land,
    feeAmount: fee.amount,
    feePaid: fee.paid,
    feeReceipt: fee.receiptNumber,
    dueEntered:
      due.enteredBecause === null || due.at === null ? null : { date: due.at.slice(0, 10), reason: due.enteredBecause },
    note: received.note,
  };
}
