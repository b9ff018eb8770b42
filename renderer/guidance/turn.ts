import type { Approval } from '../../contract/desk/approval.ts';
import { desk } from '../app/desk-client.ts';
import { notDone, print, whole } from '../receipt/work.ts';
import { useReceipt } from '../stores/receipt.ts';

/**
 * Ctrl Enter: the request for what is missing, then its slip.
 * @throws DeskProblem HS-02 where a supervisor must allow it
 */
export async function give(approval: Approval | null): Promise<void> {
  const now = await whole();
  if (now === null) return;
  const { assessment, ...asked } = now;
  try {
    const round = assessment.guidance?.round ?? 1;
    const { dossierId, returnCode } = await desk('guidance.give', { ...asked, round, approval });
    settle('02', { dossierId, returnCode }, now);
    await print();
  } catch (thrown) {
    notDone(thrown);
  }
}

/** Ctrl Enter: refused, then its slip. */
export async function refuse(): Promise<void> {
  const now = await whole();
  if (now === null) return;
  const { assessment: _, ...asked } = now;
  try {
    const { dossierId } = await desk('guidance.refuse', asked);
    settle('03', { dossierId, returnCode: '' }, now);
    await print();
  } catch (thrown) {
    notDone(thrown);
  }
}

function settle(
  form: '02' | '03',
  done: { readonly dossierId: string; readonly returnCode: string },
  { content, assessment }: NonNullable<Awaited<ReturnType<typeof whole>>>,
): void {
  const name = content.applicant?.name ?? '';
  useReceipt.getState().turn({ form, ...done, name, assessment, printing: { state: 'making' } });
}
