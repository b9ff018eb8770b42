import type { Approval } from '../../contract/desk/approval.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import type { ReceiptForm } from '../receipt/form.ts';
import { createLatest } from '../receipt/latest.ts';
import { useCorrection, type Corrected } from '../stores/correction.ts';

/** What the correction does with the desk: opens the receipt, asks what follows from a change, writes it. */

const state = useCorrection.getState;

const previewing = createLatest({
  ask: (question: { dossierId: string; content: ReceiptContent }) => desk('dossier.previewCorrection', question),
  onAnswer: ({ dossierId, content }, preview) => {
    if (state().dossierId === dossierId && state().corrected === null) state().answered(content, preview);
  },
  onProblem: (thrown) => state().failed(problemOf(thrown)),
});

function preview(): void {
  const { dossierId, content, corrected } = state();
  if (dossierId !== null && content !== null && corrected === null) previewing.ask({ dossierId, content });
}

/**
 * Opens the receipt of a dossier to be put right.
 * @throws DeskProblem TN-05, DC-01 where it may not be corrected
 */
export async function beginCorrection(dossierId: string): Promise<void> {
  const opened = await desk('dossier.correction', { dossierId });
  state().load(dossierId, opened);
  preview();
}

/** The form whose parts stand on the sheet while a receipt is corrected. */
export const correctionForm: ReceiptForm = {
  store: useCorrection,
  edit(change) {
    state().edit(change);
    preview();
  },
};

/**
 * Writes what was changed. Null where nothing is being corrected any more.
 * @throws DeskProblem TN-01, DC-01, DC-02; HS-02 where a supervisor must allow it
 */
export async function correct(approval: Approval | null): Promise<Corrected | null> {
  await previewing.settled();
  const { dossierId, content, reason, told } = state();
  if (dossierId === null || content === null) return null;
  // With nothing to tell the citizen, nobody was asked how.
  return desk('dossier.correct', { dossierId, content, reason, told: told ?? 'later', approval });
}
