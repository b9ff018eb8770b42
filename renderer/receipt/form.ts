import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { useReceipt, type ReceiptState } from '../stores/receipt.ts';
import { edit } from './work.ts';

/** What the parts of a form read. */
export type FormState = Pick<ReceiptState, 'content' | 'assessment' | 'aside' | 'paper' | 'setAside' | 'setPaper'>;

export interface ReceiptForm {
  readonly store: Pick<StoreApi<FormState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** A change by the officer: shown at once, then judged by the desk. */
  readonly edit: (change: (content: ReceiptContent) => ReceiptContent) => void;
}

/** Whose parts stand on the sheet: the receipt in hand, or the correction (đính chính) of one received before. */
const FormContext = createContext<ReceiptForm>({ store: useReceipt, edit });

export const FormProvider = FormContext.Provider;

export function useForm<T>(select: (state: FormState) => T): T {
  return useStore(useContext(FormContext).store, select);
}

/** For what is done at a key press, not drawn. */
export function useFormWork(): ReceiptForm & { readonly now: () => FormState } {
  const form = useContext(FormContext);
  return { ...form, now: form.store.getState };
}

/** Changes parts of the content. */
export function useChange(): (part: Partial<ReceiptContent>) => void {
  const form = useContext(FormContext);
  return (part) => form.edit((content) => ({ ...content, ...part }));
}
