import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { handoverDeadline } from '../../../domain/calendar/handover.ts';
import { dateOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { caseOf, procedureAt, type Procedure } from '../../../domain/procedure/catalogue.ts';
import { checklistFor, checklistVerdict, type Checklist } from '../../../domain/procedure/checklist.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { DueAtReceipt, FeeAtReceipt, Submitter } from '../../../domain/dossier/events/receipt.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import type { Refusal } from '../../../domain/guidance/refusal.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { guidanceProposal, refusalProposal, type Proposal } from '../guidance/proposal.ts';
import { assessDue } from './due.ts';
import { assessFee } from './fee.ts';
import { missingFor } from './missing.ts';
import { nextCode } from './number.ts';
import { applicantOf, remarksOn, submitterOf } from './people.ts';
import { askedBefore, checklistRows, shownProcedure, WHY_HIDDEN } from './shown.ts';

/** Everything the law and the data say about what is typed so far; `receive` keeps exactly what was shown. */
export interface Judged {
  readonly assessment: Assessment;
  readonly now: LocalDateTime;
  readonly applicant: Person | null;
  readonly submitter: Submitter | null;
  readonly procedure: Procedure | null;
  readonly caseId: string | null;
  readonly checklist: Checklist | null;
  readonly due: DueAtReceipt | null;
  readonly fee: FeeAtReceipt | null;
  readonly handoverBy: LocalDateTime | null;
  readonly processingUnit: string;
  /** What a supplement slip, or a refusal, would say; null before procedure and case are known. */
  readonly proposal: Proposal | null;
  readonly refusal: Refusal | null;
}

/**
 * @param draftId where something may have happened to the dossier before: guided, sent in from afar, refused
 * @param asOf as if received at this moment; null: now
 */
export function judge(
  context: DeskContext,
  content: ReceiptContent,
  draftId: string | null = null,
  asOf: LocalDateTime | null = null,
): Judged {
  const { reference, store } = context;
  const { office } = enrolmentOf(context);
  const now = asOf ?? context.localNow();
  const calendar = reference.calendar(office);
  const procedure =
    content.procedureCode === null
      ? null
      : (procedureAt(reference.catalogue(), content.procedureCode, dateOf(now)) ?? null);
  const caseId = procedure === null ? null : chosenCase(procedure, content.caseId);
  const applicant = applicantOf(content.applicant, now);
  const submitter = submitterOf(content.submitter, now);
  const checklist =
    procedure === null || caseId === null
      ? null
      : checklistFor(procedure, caseId, {
          cardRead: content.applicant?.source?.kind === 'card',
          lineUp: context.isOnline(),
          onBehalf: content.submitter !== null,
        });
  const marks = Object.fromEntries(Object.entries(content.papers).map(([id, mark]) => [id, mark.state]));
  const verdict = checklist === null ? null : checklistVerdict(checklist, marks);
  const unit = procedure === null ? null : reference.processingUnit(procedure, content.competentOffice ?? office);
  const elsewhere =
    content.competentOffice === null || content.competentOffice === office ? null : (unit?.competent.name ?? null);
  const due =
    procedure === null || caseId === null || procedure.fastLane
      ? null
      : assessDue(procedure, caseId, content, now, elsewhere, calendar);
  const fastDue = procedure?.fastLane === true ? givenAtOnce(calendar) : null;
  const fee = procedure === null || caseId === null ? null : assessFee(procedure, caseId, content);
  const handoverBy = procedure === null || procedure.fastLane ? null : handoverDeadline(now, calendar);
  const code = nextCode(context, dateOf(now));
  const missing = missingFor({
    content,
    applicant,
    submitter,
    procedure,
    caseId,
    verdict,
    hasDue: due === null || due.kept !== null,
    hasFee: fee?.kept !== null,
    hasOffice: isOffice(context, content.competentOffice ?? office),
  });
  const view = draftId === null ? null : store.dossiers.get(draftId);
  const facts =
    procedure === null || checklist === null || verdict === null
      ? null
      : {
          content,
          draftId,
          view,
          procedure,
          checklist,
          verdict,
          agency: unit === null || unit.competent.id === office ? null : unit.competent.id,
          missing: missing.filter(({ field }) => BEFORE_ANY_SLIP.has(field)),
        };
  const proposal = facts === null ? null : guidanceProposal(context, facts);
  const refusal = facts === null ? null : refusalProposal(context, facts);

  const assessment: Assessment = {
    procedure: procedure === null ? null : shownProcedure(procedure, caseId),
    checklist: checklist === null ? [] : checklistRows(checklist, content, askedBefore(view)),
    hidden: (checklist?.hidden ?? []).map((row) => ({
      paperId: row.paper.id,
      name: row.paper.name,
      why: WHY_HIDDEN[row.why],
    })),
    verdict: verdict?.kind ?? 'none',
    outcome: (proposal?.demands.length ?? 0) > 0 ? 'supplement' : 'receive',
    guidance: proposal?.guidance ?? null,
    refusal: refusal?.shown ?? null,
    due: due?.shown ?? null,
    handoverBy,
    processingUnit: unit?.name ?? null,
    competentOffice: unit?.competent ?? null,
    fee: fee?.shown ?? { amount: null, exemptions: [], exemption: null, lines: [], basis: '' },
    duplicates: duplicatesOf(context, applicant, procedure, draftId),
    remarks: remarksOn(content),
    missing,
    nextCode: { text: code.text, kind: code.kind },
    offline: !context.isOnline() || !store.outbox.isEmpty(),
  };
  return {
    assessment,
    now,
    applicant,
    submitter,
    procedure,
    caseId,
    checklist,
    due: due?.kept ?? fastDue,
    fee: fee?.kept ?? null,
    handoverBy,
    processingUnit: unit?.name ?? '',
    proposal,
    refusal: refusal?.refusal ?? null,
  };
}

/** Without these no slip can be written at all. */
const BEFORE_ANY_SLIP: ReadonlySet<string> = new Set([
  'applicant',
  'submitter',
  'procedure',
  'case',
  'competentOffice',
]);

/** Whether the province's list has the office: an event for one that is not there would reach nobody. */
function isOffice(context: DeskContext, id: string): boolean {
  return (context.store.reference.get('offices') ?? []).some((row) => row.id === id);
}

/** A procedure with one case leaves nothing to choose. */
function chosenCase(procedure: Procedure, wanted: string | null): string | null {
  const only = procedure.cases.length === 1 ? procedure.cases[0] : undefined;
  if (only !== undefined) return only.id;
  return wanted !== null && caseOf(procedure, wanted) !== undefined ? wanted : null;
}

function givenAtOnce(calendar: WorkingCalendar): DueAtReceipt {
  return {
    at: null,
    limit: null,
    basis: '',
    calendarVersion: calendar.version,
    steps: [{ vi: 'Trả kết quả ngay', en: 'Result given at once' }],
    warnings: [],
    enteredBecause: null,
  };
}

function duplicatesOf(
  context: DeskContext,
  applicant: Person | null,
  procedure: Procedure | null,
  draftId: string | null,
): Assessment['duplicates'] {
  if (applicant === null || applicant.personalId === null || procedure === null || procedure.fastLane) return [];
  const open = context.store.dossiers.openOf(applicant.personalId, procedure.code);
  return open
    .filter(({ id }) => id !== draftId)
    .map((view) => ({
      dossierId: view.id,
      code: codeOfView(view),
      procedure: view.intake.procedure.shortName,
      receivedAt: view.received?.receivedAt ?? view.openedAt,
      counter: view.intake.counter,
    }));
}
