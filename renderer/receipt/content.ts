import { noGuidance } from '../../contract/desk/no-guidance.ts';
import type { Assessment, ChecklistRow, ReceiptContent } from '../../contract/desk/receipt.ts';
import type { Person } from '../../domain/citizen/person.ts';

/** What the officer does to a half-done receipt, as functions of its content. Rules are the desk's, not here. */

export type TypedPerson = NonNullable<ReceiptContent['applicant']>;
export type TypedSubmitter = NonNullable<ReceiptContent['submitter']>;
export type PaperMark = ReceiptContent['papers'][string];

export const blankPerson: TypedPerson = {
  kind: 'citizen',
  name: '',
  personalId: '',
  oldId: '',
  birthDate: '',
  sex: null,
  address: '',
  phone: '',
  email: '',
  taxCode: '',
  source: null,
};

const blankSubmitter: TypedSubmitter = {
  name: '',
  personalId: '',
  phone: '',
  address: '',
  source: null,
  authorityKind: null,
  reference: '',
};

/** A person read from a card or known here, as the form keeps them. */
export function typedFrom(person: Person): TypedPerson {
  return {
    ...person,
    personalId: person.personalId ?? '',
    oldId: person.oldId ?? '',
    birthDate: person.birthDate === null ? '' : writtenDate(person.birthDate),
  };
}

/** '1996-08-14' → '14/08/1996'; anything else as it was typed. */
export function writtenDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${parts[3]}/${parts[2]}/${parts[1]}`;
}

/** What says who somebody is: changed by hand, a card no longer vouches for it. */
const identity = new Set<keyof TypedPerson>(['kind', 'name', 'personalId', 'oldId', 'birthDate', 'sex']);

export function withApplicant(content: ReceiptContent, change: Partial<TypedPerson>): ReceiptContent {
  const before = content.applicant ?? blankPerson;
  const isOther = Object.keys(change).some((key) => identity.has(key as keyof TypedPerson));
  const source = 'source' in change || !isOther ? before.source : null;
  const next = { ...before, source, ...change };
  return { ...content, applicant: isBlank(next) ? null : next };
}

export function withSubmitter(content: ReceiptContent, change: Partial<TypedSubmitter>): ReceiptContent {
  const before = content.submitter ?? blankSubmitter;
  const isOther = 'name' in change || 'personalId' in change;
  const source = 'source' in change || !isOther ? before.source : null;
  return { ...content, submitter: { ...before, source, ...change } };
}

function isBlank(person: TypedPerson): boolean {
  const { kind, source, sex, ...texts } = person;
  return kind === 'citizen' && source === null && sex === null && Object.values(texts).every((text) => text === '');
}

/**
 * Nộp thay: whoever stands here hands it in for somebody else, so the person there is moves over, and the applicant is
 * asked for. `aside` is who was the applicant the other way round, so that pressing the key twice loses nobody.
 */
export function turnOnBehalf(
  content: ReceiptContent,
  aside: TypedPerson | null,
): { content: ReceiptContent; aside: TypedPerson | null } {
  const { applicant, submitter } = content;
  if (submitter !== null) return { content: { ...content, submitter: null, applicant: aside }, aside: applicant };
  const handsIn: TypedSubmitter =
    applicant === null
      ? blankSubmitter
      : {
          ...blankSubmitter,
          name: applicant.name,
          personalId: applicant.personalId === '' ? applicant.oldId : applicant.personalId,
          phone: applicant.phone,
          address: applicant.address,
          source: applicant.source,
        };
  return { content: { ...content, submitter: handsIn, applicant: aside }, aside: applicant };
}

/** Another procedure has other cases, papers, fees and limits: what was said about those of the last one goes. */
export function withProcedure(content: ReceiptContent, code: string, fastLane: boolean): ReceiptContent {
  if (content.procedureCode === code) return content;
  return {
    ...content,
    procedureCode: code,
    caseId: null,
    papers: {},
    land: null,
    competentOffice: null,
    feeAmount: null,
    feeExemption: null,
    feePaid: null,
    feeReceipt: '',
    dueEntered: null,
    quantity: 1,
    pages: 1,
    guidance: noGuidance,
    // Done at once, there is no appointment to hand out: a slip is printed when asked for.
    wantsSlip: !fastLane,
  };
}

export function withPaper(content: ReceiptContent, row: ChecklistRow, change: Partial<PaperMark>): ReceiptContent {
  const before = content.papers[row.paperId] ?? { state: row.state, originals: null, copies: null, note: '' };
  return { ...content, papers: { ...content.papers, [row.paperId]: { ...before, ...change } } };
}

type PaperSaid = ReceiptContent['guidance']['papers'][string];

/** Why a paper is not right, and what to bring. */
export function withPaperSaid(content: ReceiptContent, paperId: string, change: Partial<PaperSaid>): ReceiptContent {
  const { guidance } = content;
  const before = guidance.papers[paperId] ?? { why: null, bring: null };
  return {
    ...content,
    guidance: { ...guidance, papers: { ...guidance.papers, [paperId]: { ...before, ...change } } },
  };
}

export type OutcomeName = 'receive' | 'supplement' | 'refuse';

/** What the form comes to: as the officer turned it, else as the checklist sets it. */
export function outcomeOf(content: ReceiptContent | null, assessment: Assessment | null): OutcomeName {
  return content?.guidance.outcome ?? assessment?.outcome ?? 'receive';
}

/** Turned by hand; turned back to where the checklist has it, the checklist leads again. */
export function withOutcome(content: ReceiptContent, outcome: OutcomeName, set: OutcomeName): ReceiptContent {
  return { ...content, guidance: { ...content.guidance, outcome: outcome === set ? null : outcome } };
}

export function withGuidance(content: ReceiptContent, change: Partial<ReceiptContent['guidance']>): ReceiptContent {
  return { ...content, guidance: { ...content.guidance, ...change } };
}

/** Where the mark goes next: the first paper after this one that nobody has looked at, else it stays. */
export function nextUnseen(rows: readonly ChecklistRow[], paperId: string): string {
  const at = rows.findIndex((row) => row.paperId === paperId);
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return inOrder.find((row) => row.state === 'unseen')?.paperId ?? paperId;
}

/** Nothing typed, nothing chosen: no draft is worth keeping. */
export function isUntouched(content: ReceiptContent): boolean {
  const { applicant, submitter, procedureCode, note } = content;
  return applicant === null && submitter === null && procedureCode === null && note === '';
}

/** The part of a rule's number an officer can type: digits, at least 1. Null: not a number yet. */
export function countOf(typed: string, least: number, most: number): number | null {
  const digits = typed.replace(/[.\s]/g, '');
  if (!/^\d{1,13}$/.test(digits)) return null;
  const n = Number(digits);
  return n < least || n > most ? null : n;
}
