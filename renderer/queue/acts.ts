import { create } from 'zustand';
import type { QueueAct, Queue } from '../../contract/desk/queue.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { isUntouched } from '../receipt/content.ts';
import { takeScan } from '../receipt/scan-state.ts';
import { edit, openNew, openReturned } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { isSettled, useReceipt } from '../stores/receipt.ts';

/** What the counter asks of the hall: one thing at a time, whatever is pressed meanwhile. */
interface Asking {
  readonly busy: boolean;
  readonly problem: DeskProblem | null;
}

export const useAsking = create<Asking>(() => ({ busy: false, problem: null }));

/** The queue as it then stands; null: refused, and said. */
export async function act(asked: QueueAct): Promise<Queue | null> {
  if (useAsking.getState().busy) return null;
  useAsking.setState({ busy: true, problem: null });
  try {
    const queue = await desk('queue.act', { act: asked });
    useAsking.setState({ busy: false });
    return queue;
  } catch (thrown) {
    useAsking.setState({ busy: false, problem: problemOf(thrown) });
    return null;
  }
}

/** Calls, and opens the receipt for whoever comes. */
export async function callAndOpen(
  user: string,
  asked: Extract<QueueAct, { kind: 'callNext' | 'call' | 'resume' }>,
): Promise<void> {
  const before = asked.kind === 'callNext' ? null : asked.ticket;
  const queue = await act(asked);
  const serving = queue?.serving ?? null;
  if (serving === null || (before !== null && serving.id !== before)) return;
  await openFor(user, serving);
}

/**
 * The receipt with what is known of the person called: the dossier they bring papers for, the card read when they took
 * their number. What lay on the screen is kept among the half-done.
 */
async function openFor(user: string, serving: NonNullable<Queue['serving']>): Promise<void> {
  usePlace.getState().go('receipt');
  if (serving.dossierId !== null) {
    await openReturned(user, serving.dossierId);
    return;
  }
  const { content } = useReceipt.getState();
  if (content === null || isSettled(useReceipt.getState()) || !isUntouched(content)) {
    if (!(await openNew(user))) return;
  }
  if (serving.hasCard) await fillIn(serving.id);
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
