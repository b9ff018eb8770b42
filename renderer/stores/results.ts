import { create } from 'zustand';
import type { ResultPage } from '../../contract/desk/results.ts';
import type { ReturnForm } from '../results/form.ts';

/** The result being handed out; it stays while the officer looks something up elsewhere. */
interface ResultsWork {
  readonly open: { readonly page: ResultPage; readonly form: ReturnForm } | null;
  /** Left half done with Esc: it goes on where it was when the same dossier is opened again. */
  readonly kept: { readonly dossierId: string; readonly form: ReturnForm } | null;
  readonly begin: (page: ResultPage, form: ReturnForm) => void;
  readonly change: (change: Partial<ReturnForm>) => void;
  /** Back to the list; nothing that was filled in is lost. */
  readonly leave: () => void;
  /** Handed out, or somebody else sits down: nothing is left. */
  readonly clear: () => void;
}

export const useResults = create<ResultsWork>((set) => ({
  open: null,
  kept: null,
  begin: (page, form) => set({ open: { page, form } }),
  change: (change) =>
    set(({ open }) => (open === null ? {} : { open: { ...open, form: { ...open.form, ...change } } })),
  leave: () =>
    set(({ open }) => ({
      open: null,
      kept: open === null ? null : { dossierId: open.page.row.dossierId, form: open.form },
    })),
  clear: () => set({ open: null, kept: null }),
}));
