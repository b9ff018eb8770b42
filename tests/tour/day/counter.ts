import type { CallOutput } from '../../../contract/desk.ts';
import { emptyReceipt, type ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { DeskUser } from '../../harness/world.ts';

/** What an officer at a counter does, call by call, as the receipt screen does it. */

export interface Brought {
  readonly applicant: ReceiptContent['applicant'];
  readonly procedureCode: string;
  /** Begins the label of the case; the only or the first case where left out. */
  readonly caseLabel?: string;
  /** Papers that are missing or wrong, by a part of their name; all others are there. */
  readonly lacking?: Readonly<Record<string, 'missing' | 'wrong'>>;
  readonly over?: Partial<ReceiptContent>;
}

export interface Filled {
  readonly draftId: string;
  readonly revision: number;
  readonly content: ReceiptContent;
}

/** Types a receipt in: person, procedure, case, papers, whatever the assessment still asks for. */
export async function fill(officer: DeskUser, brought: Brought): Promise<Filled> {
  const draft = await officer.call('draft.create', { from: null });
  return saved(officer, draft.id, draft.revision, await content(officer, draft.content.visit, brought));
}

async function content(officer: DeskUser, visit: string, brought: Brought): Promise<ReceiptContent> {
  const { applicant, procedureCode, caseLabel, lacking = {}, over = {} } = brought;
  const begun: ReceiptContent = { ...emptyReceipt(visit), applicant, procedureCode, ...over };
  const { procedure } = await officer.call('receipt.assess', { content: begun });
  const chosen = procedure?.cases.find(({ label }) => caseLabel === undefined || label.startsWith(caseLabel));
  if (chosen === undefined) throw new Error(`${procedureCode}: no case ${caseLabel ?? ''}`);
  return complete(officer, { ...begun, caseId: chosen.id }, lacking);
}

/** Marks every paper not looked at yet, and enters what the law leaves to the officer: fee, and date with its basis. */
async function complete(
  officer: DeskUser,
  begun: ReceiptContent,
  lacking: Readonly<Record<string, 'missing' | 'wrong'>>,
): Promise<ReceiptContent> {
  const { checklist, fee, due } = await officer.call('receipt.assess', { content: begun });
  const papers: ReceiptContent['papers'] = Object.fromEntries(
    checklist.map((row) => {
      const lack = Object.entries(lacking).find(([part]) => row.name.includes(part))?.[1];
      const state = lack ?? (row.state === 'notNeeded' ? 'notNeeded' : 'has');
      return [row.paperId, { state, originals: null, copies: null, note: '' }];
    }),
  );
  return {
    ...begun,
    papers: { ...papers, ...begun.papers },
    feeAmount: begun.feeAmount ?? (fee.amount === null ? 50_000 : null),
    feePaid: begun.feePaid ?? (fee.amount === 0 ? null : 'cash'),
    dueEntered:
      begun.dueEntered ??
      ((due?.ask ?? null) === null ? null : { date: '2026-12-04', reason: 'theo quyết định công bố của tỉnh' }),
  };
}

/** The citizen is back with everything (scanned by the slip's QR): the receipt goes on where it was left. */
export async function comeBack(officer: DeskUser, dossierId: string): Promise<Filled> {
  const { id, revision, content: known } = await officer.call('guidance.resume', { dossierId });
  // The portal names no case; at the counter it is chosen.
  const { procedure } = await officer.call('receipt.assess', { content: known, draftId: id });
  const caseId = known.caseId ?? procedure?.caseId ?? procedure?.cases[0]?.id ?? null;
  return saved(officer, id, revision, await complete(officer, { ...known, caseId }, {}));
}

async function saved(officer: DeskUser, draftId: string, revision: number, what: ReceiptContent): Promise<Filled> {
  const reply = await officer.call('draft.save', { id: draftId, revision, content: what });
  return { draftId, revision: reply.revision, content: what };
}

/** Receives what was filled in and prints its slip. */
export async function receive(officer: DeskUser, filled: Filled): Promise<CallOutput<'receipt.receive'>> {
  const received = await officer.call('receipt.receive', filled);
  return received;
}

/** What a scanner would read off the dossier's newest slip of a form. */
export async function slipQr(officer: DeskUser, dossierId: string, form: string): Promise<string> {
  const slips = await officer.call('slip.list', { dossierId });
  const slip = slips.findLast((each) => each.form === form);
  if (slip === undefined) throw new Error(`no slip ${form}`);
  const { values } = await officer.call('slip.preview', { slipId: slip.slipId });
  // Written by the ledger as SlipValues.
  return (values as { codes: { qr: string; barcode: string } }).codes.qr;
}
