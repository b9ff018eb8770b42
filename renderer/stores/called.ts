import { create } from 'zustand';

/** Receipts begun for numbers this counter called, while the page is open: ids and fields, nothing of any citizen. */
interface Called {
  /** By the ticket, its receipt. */
  readonly receipts: ReadonlyMap<string, string>;
  /** By the receipt, the fields (lĩnh vực) its number was taken for. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly begun: (ticket: string, draftId: string, fields: readonly string[]) => void;
}

export const useCalled = create<Called>((set) => ({
  receipts: new Map(),
  fields: new Map(),
  begun: (ticket, draftId, ofNumber) =>
    set(({ receipts, fields }) => ({
      receipts: new Map(receipts).set(ticket, draftId),
      fields: new Map(fields).set(draftId, ofNumber),
    })),
}));
