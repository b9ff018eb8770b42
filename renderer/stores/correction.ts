import { create } from 'zustand';
import type { CallOutput } from '../../contract/desk.ts';
import type { Assessment, ReceiptContent } from '../../contract/desk/receipt.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import type { TypedPerson } from '../receipt/content.ts';

export type ToldHow = 'here' | 'message' | 'later';
export type CorrectionPreview = CallOutput<'dossier.previewCorrection'>;
export type Corrected = CallOutput<'dossier.correct'>;

/** The correction (đính chính) in front of the officer; null where there is none. */
interface CorrectionState {
  readonly dossierId: string | null;
  readonly code: string;
  readonly content: ReceiptContent | null;
  /** What stands beside the form, judged as on the day of receipt. */
  readonly assessment: Assessment | null;
  readonly preview: CorrectionPreview | null;
  /** Null while the newest change is not previewed yet. */
  readonly previewed: ReceiptContent | null;
  /** Who was the applicant before nộp thay was turned. */
  readonly aside: TypedPerson | null;
  /** The paper the officer stands on. */
  readonly paper: string | null;
  readonly reason: string;
  readonly told: ToldHow | null;
  readonly problem: DeskProblem | null;
  readonly corrected: Corrected | null;

  readonly load: (dossierId: string, opened: CallOutput<'dossier.correction'>) => void;
  readonly edit: (change: (content: ReceiptContent) => ReceiptContent) => void;
  readonly answered: (content: ReceiptContent, preview: CorrectionPreview) => void;
  readonly setAside: (aside: TypedPerson | null) => void;
  readonly setPaper: (paperId: string | null) => void;
  readonly setReason: (reason: string) => void;
  readonly setTold: (told: ToldHow) => void;
  readonly failed: (problem: DeskProblem | null) => void;
  readonly done: (corrected: Corrected) => void;
  readonly clear: () => void;
}

const nothing = {
  dossierId: null,
  code: '',
  content: null,
  assessment: null,
  preview: null,
  previewed: null,
  aside: null,
  paper: null,
  reason: '',
  told: null,
  problem: null,
  corrected: null,
} as const;

export const useCorrection = create<CorrectionState>((set) => ({
  ...nothing,
  load: (dossierId, { code, content }) => set({ ...nothing, dossierId, code, content }),
  edit: (change) =>
    set(({ content, corrected }) => {
      if (content === null || corrected !== null) return {};
      const next = change(content);
      return next === content ? {} : { content: next, problem: null };
    }),
  answered: (previewed, preview) => set({ previewed, preview, assessment: preview.assessment }),
  setAside: (aside) => set({ aside }),
  setPaper: (paper) => set({ paper }),
  setReason: (reason) => set({ reason }),
  setTold: (told) => set({ told }),
  failed: (problem) => set({ problem }),
  done: (corrected) => set({ corrected, problem: null }),
  clear: () => set(nothing),
}));
