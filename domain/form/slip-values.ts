import { printable } from './printable.ts';

/**
 * What the program prints: the official forms (mẫu) of Thông tư 03/2025/TT-VPCP, Phụ lục I, by their number, and the
 * sheets every shop uses beside them.
 */
export const slipForms = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  'handover-list',
  'guidance-sheet',
  'day-close',
  'cash-list',
] as const;
export type SlipForm = (typeof slipForms)[number];

/**
 * What stands in each field of one slip: plain JSON, kept in the slip ledger, enough to draw the slip again years
 * later with the template of that time. A text that is empty is not on the slip, nor is its label.
 */
export interface SlipValues {
  readonly form: SlipForm;
  readonly texts: Readonly<Record<string, string>>;
  /** Rows of cells, in the order of the form's cells (`tableCells`). */
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly codes: {
    /** Content of the barcode (Code 128): the code of the dossier or of the batch. Empty: no barcode. */
    readonly barcode: string;
    /** Content of the QR: a slip's (`encodeSlipQr`), a batch's or a return code's. Empty: no QR. */
    readonly qr: string;
  };
  /** Made in the demonstration province: BẢN THỬ across every page. */
  readonly demo: boolean;
  /** Made while the clock of the machine was known to be wrong: said at the foot of every page (`CLOCK_WRONG`). */
  readonly clockWrong?: boolean;
}

/** The values of a slip with every text as it may stand on paper. */
export function filled(values: SlipValues): SlipValues {
  const { form, texts, tables, codes, demo } = values;
  return {
    form,
    texts: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, printable(text)])),
    tables: Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [table, rows.map((row) => row.map(printable))]),
    ),
    codes,
    demo,
  };
}
