import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { DossierReceived, PaperTaken, Submitter } from '../../../domain/dossier/events/receipt.ts';
import { canonical, type Json } from '../../../domain/log/canonical.ts';
import type { DeskContext } from '../context.ts';
import { papersSeen, procedureOf } from '../guidance/intake.ts';
import type { Judged } from '../receipt/assess.ts';
import { enteredDue } from '../receipt/due.ts';
import { contentOfReceipt } from './content.ts';

/**
 * The receipt as it should have been: what was left alone stays as it was kept, byte for byte; what was changed is judged
 * as on the day of receipt. A date or a fee is counted anew only where something it rests on was changed.
 * @throws ProblemError TN-04 where procedure or case is not in the catalogue
 */
export function correctedReceipt(
  context: DeskContext,
  before: DossierReceived,
  content: ReceiptContent,
  judged: Judged,
): DossierReceived {
  const was = contentOfReceipt(before);
  const isSame = (...keys: (keyof ReceiptContent)[]): boolean =>
    keys.every((key) => canonical(content[key] as Json) === canonical(was[key] as Json));
  const isSameCase = isSame('procedureCode', 'caseId');
  const now = context.localNow();
  const isSamePlace = isSame('competentOffice');
  const entered =
    content.dueEntered === null || isSame('dueEntered')
      ? null
      : enteredDue(content.dueEntered, before.receivedAt, context.reference.calendar(before.receivingOffice)).kept;
  return {
    ...before,
    procedure: isSameCase ? before.procedure : procedureOf(context, judged),
    applicant: isSame('applicant') ? before.applicant : typedNow(judged.applicant, before.applicant, now),
    submitter: isSame('submitter') ? before.submitter : submitterNow(judged.submitter, before.submitter, now),
    papers: isSameCase ? marked(before.papers, content) : papersSeen(judged, content),
    sets: content.sets,
    quantity: content.quantity,
    competentOffice: content.competentOffice ?? before.receivingOffice,
    processingUnit: isSameCase && isSamePlace ? before.processingUnit : judged.processingUnit,
    resultWay: content.resultWay,
    resultAddress: content.resultAddress.trim(),
    land: content.land,
    fee:
      isSameCase && isSame('feeAmount', 'feePaid', 'feeReceipt', 'feeExemption')
        ? before.fee
        : (judged.fee ?? before.fee),
    due: entered ?? (isSameCase && isSamePlace ? before.due : (judged.due ?? before.due)),
    note: content.note.trim(),
  };
}

function marked(papers: readonly PaperTaken[], content: ReceiptContent): readonly PaperTaken[] {
  return papers.map((paper) => {
    const mark = content.papers[paper.paperId];
    if (mark === undefined || mark.state === 'unseen') return paper;
    const has = mark.state === 'has';
    return {
      ...paper,
      state: mark.state,
      originals: has ? (mark.originals ?? paper.originals) : 0,
      copies: has ? (mark.copies ?? paper.copies) : 0,
      note: mark.note.trim(),
    };
  });
}

/** A person typed over is known from the typing, at this moment; from a card only where the card was read again. */
function typedNow(person: Person | null, before: Person | null, now: LocalDateTime): Person | null {
  if (person === null) return null;
  const isRead = person.source.kind === 'card' && person.source.at !== before?.source.at;
  return isRead ? person : { ...person, source: { kind: 'typed', at: now } };
}

function submitterNow(submitter: Submitter | null, before: Submitter | null, now: LocalDateTime): Submitter | null {
  if (submitter === null) return null;
  const person = typedNow(submitter.person, before?.person ?? null, now);
  return person === null ? null : { ...submitter, person };
}
