import type { CallInput } from '../../contract/desk.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';

/** What is to be told, and to whom. */
export interface AdviceChoice {
  readonly code: string | null;
  readonly caseId: string | null;
  readonly channel: CallInput<'advice.give'>['channel'];
  readonly name: string;
  readonly note: string;
}

export const nothingChosen: AdviceChoice = { code: null, caseId: null, channel: 'DIRECT', name: '', note: '' };

/** What lies open on the receipt screen; of the person who stands there, the name alone. */
export function choiceOf(content: ReceiptContent | null): AdviceChoice {
  if (content === null) return nothingChosen;
  const { procedureCode, caseId, channel, submitter, applicant } = content;
  return { code: procedureCode, caseId, channel, name: submitter?.name ?? applicant?.name ?? '', note: '' };
}

/** Told again with the same words it is the same advice. */
export function adviceKey({ code, caseId, channel, name, note }: AdviceChoice): string {
  return JSON.stringify([code, caseId, channel, name.trim(), note.trim()]);
}
