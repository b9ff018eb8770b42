import type { CallOutput } from '../../contract/desk.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { emptyReceipt } from './sample-inputs.ts';
import type { TestDesk } from './test-desk.ts';

/** A receipt of a certificate of marital status (1.004873) with every paper marked, as an officer leaves it before Ctrl Enter. */
export async function completeReceipt(
  desk: Pick<TestDesk, 'call'>,
  over: Partial<ReceiptContent> = {},
): Promise<ReceiptContent> {
  const content: ReceiptContent = {
    ...emptyReceipt,
    procedureCode: '1.004873',
    feeAmount: 0,
    applicant: {
      kind: 'citizen',
      name: 'Nguyễn Thị Hồng Nhung',
      personalId: '087196004218',
      oldId: '',
      birthDate: '14/08/1996',
      sex: 'female',
      address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0912 000 345',
      email: '',
      taxCode: '',
      source: { kind: 'card', at: '2026-11-23T10:39:00' },
    },
    ...over,
  };
  const first = await desk.call('receipt.assess', { content });
  const withCase = { ...content, caseId: content.caseId ?? first.procedure?.cases[0]?.id ?? null };
  const { checklist } = await desk.call('receipt.assess', { content: withCase });
  const papers = Object.fromEntries(
    checklist.map((row) => [row.paperId, { state: 'has' as const, originals: null, copies: null, note: '' }]),
  );
  return { ...withCase, papers: { ...papers, ...over.papers } };
}

/** Such a receipt, received by whoever is signed in. */
export async function receiveComplete(
  desk: Pick<TestDesk, 'call'>,
  over: Partial<ReceiptContent> = {},
): Promise<CallOutput<'receipt.receive'>> {
  const content = await completeReceipt(desk, over);
  const draft = await desk.call('draft.create', { from: null });
  return desk.call('receipt.receive', { draftId: draft.id, revision: 0, content });
}
