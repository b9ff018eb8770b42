import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useReceipt } from '../stores/receipt.ts';
import { createAutosave } from './autosave.ts';
import { isUntouched } from './content.ts';
import { createLatest } from './latest.ts';

/** What the receipt screen does with the desk: opens drafts, saves them, asks what stands beside the form, receives. */

const state = useReceipt.getState;

/** Which draft of whom to open again after a lock or a reload: two ids, nothing of a citizen. */
const RESUME = 'desk.draft';

const autosave = createAutosave({
  async save() {
    const { draftId, revision, content, changes } = state();
    if (draftId === null || content === null) return;
    const reply = await desk('draft.save', { id: draftId, revision, content });
    state().saved(draftId, changes, reply);
  },
  isDirty() {
    const { draftId, content, changes, savedChanges, revision, received, problem } = state();
    if (draftId === null || content === null || received !== null || changes === savedChanges) return false;
    // Gone, or somebody else's: saving it again changes nothing.
    if (problem !== null && ['TN-02', 'TN-03', 'TN-06'].includes(problem.code)) return false;
    return revision > 0 || !isUntouched(content);
  },
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onProblem: (thrown) => state().failed(problemOf(thrown)),
});

const assessing = createLatest({
  ask: ({ content }: { draftId: string; content: ReceiptContent }) => desk('receipt.assess', { content }),
  onAnswer: ({ draftId }, assessment) => {
    if (state().draftId === draftId && state().received === null) state().assessed(assessment);
  },
  onProblem: (thrown) => state().failed(problemOf(thrown)),
});

/** Asks again what stands beside the form: after each change, and when the day, the line or the data changed. */
export function assess(): void {
  const { draftId, content, received } = state();
  if (draftId !== null && content !== null && received === null) assessing.ask({ draftId, content });
}

/** A change by the officer: shown at once, judged at once, saved within a second. */
export function edit(change: (content: ReceiptContent) => ReceiptContent): void {
  const before = state().content;
  state().edit(change);
  if (state().content === before) return;
  const { problem } = state();
  // A disk that was full may have room again; what cannot be mended by typing stays said.
  if (problem !== null && !['TN-02', 'TN-03', 'TN-06'].includes(problem.code)) state().failed(null);
  assess();
  autosave.touch();
}

export const saveNow = (): Promise<void> => autosave.flush();

async function show(open: () => ReturnType<typeof desk<'draft.create'>>, user: string): Promise<boolean> {
  await autosave.flush();
  try {
    const draft = await open();
    state().load(draft);
    sessionStorage.setItem(RESUME, JSON.stringify({ user, draft: draft.id }));
    assess();
    return true;
  } catch (thrown) {
    state().failed(problemOf(thrown));
    return false;
  }
}

/** A new dossier; with `from`, the next one of the same visit with its people filled in. */
export const openNew = (user: string, from: string | null = null): Promise<boolean> =>
  show(() => desk('draft.create', { from }), user);

export const openDraft = (user: string, id: string): Promise<boolean> => show(() => desk('draft.open', { id }), user);

/** A colleague's draft becomes this officer's; the desk records it. */
export const takeOver = (user: string, id: string): Promise<boolean> =>
  show(() => desk('draft.takeOver', { id }), user);

/** What this person was working on before the screen locked, else a new dossier. */
export async function resume(user: string): Promise<void> {
  const kept: unknown = JSON.parse(sessionStorage.getItem(RESUME) ?? 'null');
  if (typeof kept === 'object' && kept !== null && 'user' in kept && 'draft' in kept && kept.user === user) {
    const drafts = await desk('draft.list', {}).catch(() => []);
    const found = drafts.find((row) => row.id === kept.draft && row.owner === user);
    if (found !== undefined && (await openDraft(user, found.id))) return;
  }
  await openNew(user);
}

/** Nothing of anybody is left on the page. */
export function leave(): void {
  autosave.stop();
  state().clear();
}

/** Ctrl Enter. Asking twice for the same draft gives the same dossier, so a lost answer is asked for again. */
export async function receive(): Promise<void> {
  if (state().busy || state().received !== null) return;
  state().setBusy(true);
  await autosave.flush();
  await assessing.settled();
  const { draftId, revision, content, assessment } = state();
  if (draftId === null || content === null || assessment === null) return state().setBusy(false);
  state().failed(null);
  try {
    const reply = await desk('receipt.receive', { draftId, revision, content });
    const wanted = content.wantsSlip;
    const name = content.applicant?.name ?? '';
    state().settle({ reply, assessment, name, printing: { state: wanted ? 'making' : 'none' } });
    if (wanted) await print();
  } catch (thrown) {
    state().failed(problemOf(thrown));
    state().setBusy(false);
    assess();
  }
}

/** Makes the slip, or takes the one there is, and prints it where this machine can. */
export async function print(): Promise<void> {
  const { received } = state();
  if (received === null) return;
  state().printed({ state: 'making' });
  const { dossierId } = received.reply;
  const printing = await desk('slip.print', { dossierId, form: '01', about: null }).then(
    (reply) => ({ state: 'made', reply }) as const,
    (thrown: unknown) => ({ state: 'failed', problem: problemOf(thrown) }) as const,
  );
  if (state().received?.reply.dossierId === dossierId) state().printed(printing);
}
