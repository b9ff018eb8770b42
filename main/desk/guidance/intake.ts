import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { Intake } from '../../../domain/dossier/events/common.ts';
import type { FilledIn } from '../../../domain/dossier/events/guidance.ts';
import type { PaperTaken, ReceivedProcedure } from '../../../domain/dossier/events/receipt.ts';
import type { ChecklistRow } from '../../../domain/procedure/checklist.ts';
import { caseOf } from '../../../domain/procedure/catalogue.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { Judged } from '../receipt/assess.ts';

/** Parts that an event of a dossier takes from the form, received or not. */

/** @throws ProblemError TN-04 where procedure or case is not in the catalogue in use */
export function procedureOf(context: DeskContext, { procedure, caseId }: Judged): ReceivedProcedure {
  const chosen = procedure === null || caseId === null ? undefined : caseOf(procedure, caseId);
  if (procedure === null || chosen === undefined) throw new ProblemError('TN-04');
  return {
    code: procedure.code,
    name: procedure.name,
    shortName: procedure.shortName,
    field: procedure.field.name,
    caseId: chosen.id,
    caseLabel: chosen.label,
    catalogueVersion: context.reference.catalogue().version,
  };
}

/** @throws ProblemError TN-04 */
export function intakeOf(context: DeskContext, content: ReceiptContent, judged: Judged): Intake {
  const { office } = enrolmentOf(context);
  return {
    applicant: judged.applicant,
    submitter: judged.submitter,
    procedure: procedureOf(context, judged),
    channel: content.channel,
    receivingOffice: office,
    counter: ownCounter(context).name,
    competentOffice: content.competentOffice ?? office,
    processingUnit: judged.processingUnit,
  };
}

/** Every paper of the checklist as it was seen; of a set of which one is there, the others are not needed. */
export function papersSeen({ checklist }: Judged, content: ReceiptContent): PaperTaken[] {
  return [...(checklist?.submit ?? []), ...(checklist?.present ?? [])].map((row) => paperSeen(row, content));
}

function paperSeen({ paper, initial }: ChecklistRow, content: ReceiptContent): PaperTaken {
  const mark = content.papers[paper.id];
  const state = mark?.state ?? initial;
  const has = state === 'has';
  return {
    paperId: paper.id,
    name: paper.name,
    group: paper.group,
    state: state === 'unseen' ? 'notNeeded' : state,
    originals: has ? (mark?.originals ?? paper.originals) : 0,
    copies: has ? (mark?.copies ?? paper.copies + (paper.certifiedCopies ?? 0)) : 0,
    note: mark?.note.trim() ?? '',
  };
}

export function filledInOf(content: ReceiptContent): FilledIn {
  const { sets, quantity, pages, resultWay, resultAddress, land, note } = content;
  return { sets, quantity, pages, resultWay, resultAddress: resultAddress.trim(), land, note: note.trim() };
}
