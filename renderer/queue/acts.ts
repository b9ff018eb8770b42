import { create } from 'zustand';
import type { QueueAct, Queue } from '../../contract/desk/queue.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { isUntouched } from '../receipt/content.ts';
import { takeScan } from '../receipt/scan-state.ts';
import { edit, openDraft, openNew, openReturned } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { isSettled, useReceipt } from '../stores/receipt.ts';

/** What the hall refused last, until the next thing is asked. */
export const useAsking = create<{ readonly problem: DeskProblem | null }>(() => ({ problem: null }));

/** Ids of the receipts begun for tickets of this counter, while the page is open. */
const drafts = new Map<string, string>();

const asking = new Set<QueueAct['kind']>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Asks one thing after the other, so that no key is lost that was pressed quickly; the same thing again while it is on its
 * way is one press too many. The queue as it then stands; null: refused, and said.
 */
export function act(asked: QueueAct): Promise<Queue | null> {
  if (asking.has(asked.kind)) return Promise.resolve(null);
  asking.add(asked.kind);
  const answer = last.then(() => ask(asked));
  last = answer;
  return answer;
}

async function ask(asked: QueueAct): Promise<Queue | null> {
  try {
    useAsking.setState({ problem: null });
    return await desk('queue.act', { act: asked });
  } catch (thrown) {
    useAsking.setState({ problem: problemOf(thrown) });
    return null;
  } finally {
    asking.delete(asked.kind);
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
  const begun = drafts.get(serving.id);
  // Held and back again: their own receipt, as far as it was. Received meanwhile, it opens no more.
  if (begun !== undefined && begun !== useReceipt.getState().draftId && (await openDraft(user, begun))) return;
  if (serving.dossierId !== null) {
    await openReturned(user, serving.dossierId);
    return;
  }
  const { content } = useReceipt.getState();
  if (content === null || isSettled(useReceipt.getState()) || !isUntouched(content)) {
    if (!(await openNew(user))) return;
  }
  const { draftId } = useReceipt.getState();
  if (draftId !== null) drafts.set(serving.id, draftId);
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
