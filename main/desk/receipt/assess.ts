import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { handoverDeadline } from '../../../domain/calendar/handover.ts';
import { dateOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { caseOf, procedureAt, type Procedure } from '../../../domain/procedure/catalogue.ts';
import {
  checklistFor,
  checklistVerdict,
  type Checklist,
  type ChecklistVerdict,
} from '../../../domain/procedure/checklist.ts';
import { countText } from '../../../domain/procedure/paper-text.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { DueAtReceipt, FeeAtReceipt, Submitter } from '../../../domain/dossier/events/receipt.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { assessDue } from './due.ts';
import { assessFee } from './fee.ts';
import { nextCode } from './number.ts';
import { applicantOf, remarksOn, submitterOf } from './people.ts';

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
}

type Missing = Assessment['missing'][number];

export function judge(context: DeskContext, content: ReceiptContent): Judged {
  const { reference, store } = context;
  const { office } = enrolmentOf(context);
  const now = context.localNow();
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

  const assessment: Assessment = {
    procedure: procedure === null ? null : shownProcedure(procedure, caseId),
    checklist: checklist === null ? [] : checklistRows(checklist, content),
    hidden: (checklist?.hidden ?? []).map((row) => ({
      paperId: row.paper.id,
      name: row.paper.name,
      why: WHY_HIDDEN[row.why],
    })),
    verdict: verdict?.kind ?? 'none',
    due: due?.shown ?? null,
    handoverBy,
    processingUnit: unit?.name ?? null,
    competentOffice: unit?.competent ?? null,
    fee: fee?.shown ?? { amount: null, exemptions: [], exemption: null, lines: [], basis: '' },
    duplicates: duplicatesOf(context, applicant, procedure),
    remarks: remarksOn(content),
    missing: missingFor({
      content,
      applicant,
      submitter,
      procedure,
      caseId,
      verdict,
      hasDue: due === null || due.kept !== null,
      hasFee: fee?.kept !== null,
      hasOffice: isOffice(context, content.competentOffice ?? office),
    }),
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
  };
}

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

function shownProcedure(procedure: Procedure, caseId: string | null): NonNullable<Assessment['procedure']> {
  const { code, name, shortName, field, decision, levels, fastLane, cases } = procedure;
  return {
    code,
    name,
    shortName,
    field: field.name,
    decision,
    level: levels[0] ?? '',
    fastLane,
    isLand: field.name === 'Đất đai',
    feeByPage: cases.some((row) => row.fees.some((fee) => fee.amount.kind === 'perPage')),
    cases: cases.map(({ id, label, labelEn, when }) => ({ id, label, labelEn, when })),
    caseId,
  };
}

function checklistRows(checklist: Checklist, content: ReceiptContent): Assessment['checklist'] {
  return [...checklist.submit, ...checklist.present].map(({ paper, mayBeNotNeeded, initial, hint }) => ({
    paperId: paper.id,
    name: paper.name,
    group: paper.group,
    amount: countText(paper),
    originals: paper.originals,
    copies: paper.copies + (paper.certifiedCopies ?? 0),
    conditional: mayBeNotNeeded,
    hint: hint ?? (paper.condition === undefined ? null : { vi: paper.condition, en: paper.condition }),
    state: content.papers[paper.id]?.state ?? initial,
  }));
}

const WHY_HIDDEN: Readonly<Record<'case' | 'not-on-behalf', Bilingual>> = {
  case: { vi: 'Trường hợp này không cần', en: 'Not in this case' },
  'not-on-behalf': { vi: 'Không nộp thay', en: 'Not on behalf of somebody' },
};

function duplicatesOf(
  context: DeskContext,
  applicant: Person | null,
  procedure: Procedure | null,
): Assessment['duplicates'] {
  if (applicant === null || applicant.personalId === null || procedure === null || procedure.fastLane) return [];
  return context.store.dossiers.openOf(applicant.personalId, procedure.code).map((view) => ({
    dossierId: view.id,
    code: codeOfView(view),
    procedure: view.intake.procedure.shortName,
    receivedAt: view.received?.receivedAt ?? view.openedAt,
    counter: view.intake.counter,
  }));
}

function missingFor(known: {
  content: ReceiptContent;
  applicant: Person | null;
  submitter: Submitter | null;
  procedure: Procedure | null;
  caseId: string | null;
  verdict: ChecklistVerdict | null;
  hasDue: boolean;
  hasFee: boolean;
  hasOffice: boolean;
}): Missing[] {
  const { content, applicant, submitter, procedure, caseId, verdict } = known;
  const missing: Missing[] = [];
  const add = (field: string, vi: string, en: string): void => {
    missing.push({ field, text: { vi, en } });
  };
  // Decision 8: in the fast lane the person may stay unnamed.
  if (applicant === null && procedure?.fastLane !== true) add('applicant', 'chưa có người nộp', 'no applicant yet');
  if (content.submitter !== null && submitter === null) {
    add('submitter', 'chưa đủ thông tin người nộp thay', 'who hands it in is not complete');
  }
  if (!known.hasOffice) {
    add('competentOffice', 'không có cơ quan giải quyết này', 'there is no such competent office');
  }
  if (procedure === null) add('procedure', 'chưa chọn thủ tục', 'no procedure chosen');
  else if (caseId === null) add('case', 'chưa chọn trường hợp', 'no case chosen');
  if (verdict !== null && verdict.kind !== 'complete') {
    missing.push({ field: 'papers', text: { vi: lowerFirst(verdict.text.vi), en: lowerFirst(verdict.text.en) } });
  }
  if (caseId !== null && !known.hasDue) add('due', 'chưa có ngày hẹn và căn cứ', 'no due date with its basis');
  if (caseId !== null && !known.hasFee) add('fee', 'chưa nhập lệ phí', 'no fee entered');
  if (content.resultWay === 'post' && content.resultAddress.trim() === '') {
    add('resultAddress', 'chưa có địa chỉ gửi kết quả', 'no address to post the result to');
  }
  return missing;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
