import type { ServingTicket } from '../../contract/desk/queue.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { isUntouched } from '../receipt/content.ts';
import { takeScan } from '../receipt/scan-state.ts';
import { edit, openDraft, openNew, openReturned } from '../receipt/work.ts';
import { beginReturn, cardOf } from '../results/begin.ts';
import { useCalled } from '../stores/called.ts';
import { usePlace } from '../stores/place.ts';
import { isSettled, useReceipt } from '../stores/receipt.ts';
import { useResults } from '../stores/results.ts';

/**
 * What is known of the person called, open where they are served: the receipt with the dossier they bring papers for and
 * the card read when they took their number; the result that lies ready; the dossier's own page. What lay on the sheet
 * before is kept among the half-done.
 */
export async function openCalled(user: string, serving: ServingTicket): Promise<void> {
  const { dossierId, opens } = serving;
  const begun = useCalled.getState().receipts.get(serving.id);
  // Held and back again: their own receipt, as far as it was. Received meanwhile, it opens no more.
  if (begun !== undefined && (isOnSheet(begun) || (await openDraft(user, begun)))) {
    usePlace.getState().go('receipt');
    return;
  }
  if (dossierId === null || opens === 'receipt') return openReceipt(user, serving);
  await clearSheet(user);
  // Gone somewhere else since: its page says where it is.
  if (opens === 'dossier' || !(await openResult(dossierId, serving))) usePlace.getState().openDossier(dossierId);
}

function isOnSheet(draftId: string): boolean {
  const state = useReceipt.getState();
  return state.draftId === draftId && !isSettled(state);
}

async function openReceipt(user: string, serving: ServingTicket): Promise<void> {
  usePlace.getState().go('receipt');
  const { dossierId } = serving;
  const isBack = dossierId !== null && (await openReturned(user, dossierId));
  if (!isBack && !(await clearSheet(user))) return;
  const { draftId } = useReceipt.getState();
  if (draftId !== null) useCalled.getState().begun(serving.id, draftId, serving.fields);
  if (serving.hasCard) await fillIn(serving.id);
}

/** A receipt with nothing of anybody; false: none could be opened, which the sheet says. */
async function clearSheet(user: string): Promise<boolean> {
  const { content } = useReceipt.getState();
  const isClear = content !== null && !isSettled(useReceipt.getState()) && isUntouched(content);
  return isClear || (await openNew(user));
}

async function openResult(dossierId: string, serving: ServingTicket): Promise<boolean> {
  const results = useResults.getState();
  try {
    if (results.open?.page.row.dossierId !== dossierId) {
      results.leave();
      const card = serving.hasCard ? await cardRead(serving.id) : null;
      // Shown to a machine: slip and card are looked at once more where the result goes out.
      await beginReturn(dossierId, { slip: false, card: card === null ? null : { ...card, certain: false } });
    }
    usePlace.getState().go('results');
    return true;
  } catch {
    return false;
  }
}

async function cardRead(ticket: string) {
  const { card } = await desk('queue.card', { ticket });
  return card === null ? null : cardOf(await desk('results.scan', { raw: card }));
}

async function fillIn(ticket: string): Promise<void> {
  try {
    const { card } = await desk('queue.card', { ticket });
    if (card === null) return;
    const reading = await desk('scan.read', { raw: card });
    const { content } = useReceipt.getState();
    if (content === null) return;
    const taken = takeScan(content, reading, false);
    // A card with damaged letters is scanned again at the counter, where it can be looked at.
    if ('content' in taken) edit(() => taken.content);
  } catch (thrown) {
    useReceipt.getState().failed(problemOf(thrown));
  }
}
