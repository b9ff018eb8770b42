import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import type { Approval } from '../../contract/desk/approval.ts';
import { isSettled, useReceipt } from '../stores/receipt.ts';
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
    const { draftId, content, changes, savedChanges, revision, problem } = state();
    if (draftId === null || content === null || isSettled(state()) || changes === savedChanges) return false;
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
  ask: (question: { draftId: string; content: ReceiptContent }) => desk('receipt.assess', question),
  onAnswer: ({ draftId }, assessment) => {
    if (state().draftId === draftId && !isSettled(state())) state().assessed(assessment);
  },
  onProblem: (thrown) => state().failed(problemOf(thrown)),
});

/** Asks again what stands beside the form: after each change, and when the day, the line or the data changed. */
export function assess(): void {
  const { draftId, content } = state();
  if (draftId !== null && content !== null && !isSettled(state())) assessing.ask({ draftId, content });
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

/** The receipt of a dossier that came back, or was sent in from afar, with everything known filled in. */
export const openReturned = (user: string, dossierId: string): Promise<boolean> =>
  show(() => desk('guidance.resume', { dossierId }), user);

/** What is typed and judged, once all of it is saved; null where there is nothing to act on, or something is under way. */
export async function whole() {
  if (state().busy || isSettled(state())) return null;
  state().setBusy(true);
  await autosave.flush();
  await assessing.settled();
  const { draftId, revision, content, assessment } = state();
  if (draftId === null || content === null || assessment === null) {
    state().setBusy(false);
    return null;
  }
  state().failed(null);
  return { draftId, revision, content, assessment };
}

/** When nothing is under way with this receipt: received, guided, refused, or it could not be done. */
export function atRest(): Promise<void> {
  if (!state().busy) return Promise.resolve();
  return new Promise((resolve) => {
    const end = useReceipt.subscribe(({ busy }) => {
      if (busy) return;
      end();
      resolve();
    });
  });
}

/** Could not be done: said over the sheet, but for what an approval can still allow, which the question box says. */
export function notDone(thrown: unknown): void {
  const problem = problemOf(thrown);
  state().setBusy(false);
  if (problem.code === 'HS-02') throw problem;
  state().failed(problem);
  assess();
}

/**
 * Ctrl Enter. Asking twice for the same draft gives the same dossier, so a lost answer is asked for again.
 * @throws DeskProblem HS-02 where a supervisor must allow it
 */
export async function receive(approval: Approval | null = null): Promise<void> {
  const now = await whole();
  if (now === null) return;
  const { assessment, ...asked } = now;
  try {
    const reply = await desk('receipt.receive', { ...asked, approval });
    const wanted = asked.content.wantsSlip;
    const name = asked.content.applicant?.name ?? '';
    state().settle({ reply, assessment, name, printing: { state: wanted ? 'making' : 'none' } });
    if (wanted) await print();
  } catch (thrown) {
    notDone(thrown);
  }
}

/** Makes the slip, or takes the one there is, and prints it where this machine can. */
export async function print(): Promise<void> {
  const { received, turned } = state();
  const dossierId = received?.reply.dossierId ?? turned?.dossierId ?? null;
  if (dossierId === null) return;
  state().printed({ state: 'making' });
  const printing = await desk('slip.print', { dossierId, form: turned?.form ?? '01', about: null }).then(
    (reply) => ({ state: 'made', reply }) as const,
    (thrown: unknown) => ({ state: 'failed', problem: problemOf(thrown) }) as const,
  );
  const now = state();
  if ((now.received?.reply.dossierId ?? now.turned?.dossierId) === dossierId) now.printed(printing);
}
