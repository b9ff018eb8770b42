import { create } from 'zustand';
import type { CallOutput } from '../../contract/desk.ts';
import type { Assessment, Draft, ReceiptContent } from '../../contract/desk/receipt.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import type { TypedPerson } from '../receipt/content.ts';

/** What became of the slip of a dossier just received. */
export type Printing =
  | { readonly state: 'none' | 'making' }
  | { readonly state: 'made'; readonly reply: CallOutput<'slip.print'> }
  | { readonly state: 'failed'; readonly problem: DeskProblem };

export interface Received {
  readonly reply: CallOutput<'receipt.receive'>;
  /** What stood beside the form when it was received. */
  readonly assessment: Assessment;
  readonly name: string;
  readonly printing: Printing;
}

/** Not received: the slip that says what to bring, or why not. */
export interface Turned {
  readonly form: '02' | '03';
  readonly dossierId: string;
  readonly name: string;
  readonly assessment: Assessment;
  /** To come back with; empty for a refusal. */
  readonly returnCode: string;
  readonly printing: Printing;
}

/** The receipt in front of the officer. One at a time; the others are drafts in the desk. */
export interface ReceiptState {
  readonly draftId: string | null;
  readonly revision: number;
  readonly content: ReceiptContent | null;
  /** Grows with every change; what is not saved yet lies between the two. */
  readonly changes: number;
  readonly savedChanges: number;
  readonly savedAt: string | null;
  readonly assessment: Assessment | null;
  /** Who was the applicant before nộp thay was turned. */
  readonly aside: TypedPerson | null;
  readonly problem: DeskProblem | null;
  readonly busy: boolean;
  readonly received: Received | null;
  /** Guided or refused. */
  readonly turned: Turned | null;
  /** The paper the officer stands on. */
  readonly paper: string | null;

  readonly load: (draft: Draft) => void;
  readonly edit: (change: (content: ReceiptContent) => ReceiptContent) => void;
  readonly setAside: (aside: TypedPerson | null) => void;
  readonly saved: (id: string, changes: number, reply: CallOutput<'draft.save'>) => void;
  readonly assessed: (assessment: Assessment) => void;
  readonly failed: (problem: DeskProblem | null) => void;
  readonly setBusy: (busy: boolean) => void;
  readonly settle: (received: Received) => void;
  readonly turn: (turned: Turned) => void;
  readonly printed: (printing: Printing) => void;
  readonly setPaper: (paperId: string | null) => void;
  /** Nothing of anybody is left. */
  readonly clear: () => void;
}

const nothing = {
  draftId: null,
  revision: 0,
  content: null,
  changes: 0,
  savedChanges: 0,
  savedAt: null,
  assessment: null,
  aside: null,
  problem: null,
  busy: false,
  received: null,
  turned: null,
  paper: null,
} as const;

export const useReceipt = create<ReceiptState>((set) => ({
  ...nothing,
  load: ({ id, revision, content, savedAt }) =>
    set({ ...nothing, draftId: id, revision, content, savedAt: revision === 0 ? null : savedAt }),
  edit: (change) =>
    set((state) => {
      const { content, changes } = state;
      if (content === null || isSettled(state)) return {};
      const next = change(content);
      return next === content ? {} : { content: next, changes: changes + 1 };
    }),
  setAside: (aside) => set({ aside }),
  saved: (id, changes, { revision, savedAt }) =>
    set(({ draftId }) => (draftId === id ? { revision, savedAt, savedChanges: changes } : {})),
  assessed: (assessment) => set({ assessment }),
  failed: (problem) => set({ problem }),
  setBusy: (busy) => set({ busy }),
  settle: (received) => set({ received, problem: null, busy: false }),
  turn: (turned) => set({ turned, problem: null, busy: false }),
  printed: (printing) =>
    set(({ received, turned }) => {
      if (received !== null) return { received: { ...received, printing } };
      return turned === null ? {} : { turned: { ...turned, printing } };
    }),
  setPaper: (paper) => set({ paper }),
  clear: () => set(nothing),
}));

/** Received, guided or refused: the form says what was, and takes nothing more. */
export function isSettled({ received, turned }: Pick<ReceiptState, 'received' | 'turned'>): boolean {
  return received !== null || turned !== null;
}
