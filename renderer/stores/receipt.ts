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

  readonly load: (draft: Draft) => void;
  readonly edit: (change: (content: ReceiptContent) => ReceiptContent) => void;
  readonly setAside: (aside: TypedPerson | null) => void;
  readonly saved: (id: string, changes: number, reply: CallOutput<'draft.save'>) => void;
  readonly assessed: (assessment: Assessment) => void;
  readonly failed: (problem: DeskProblem | null) => void;
  readonly setBusy: (busy: boolean) => void;
  readonly settle: (received: Received) => void;
  readonly printed: (printing: Printing) => void;
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
} as const;

export const useReceipt = create<ReceiptState>((set) => ({
  ...nothing,
  load: ({ id, revision, content, savedAt }) =>
    set({ ...nothing, draftId: id, revision, content, savedAt: revision === 0 ? null : savedAt }),
  edit: (change) =>
    set(({ content, changes, received }) => {
      if (content === null || received !== null) return {};
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
  printed: (printing) => set(({ received }) => (received === null ? {} : { received: { ...received, printing } })),
  clear: () => set(nothing),
}));
