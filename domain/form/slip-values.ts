/** The official forms (mẫu) of Thông tư 03/2025/TT-VPCP, Phụ lục I. */
export type FormNumber = '01' | '02' | '03' | '04' | '05' | '06' | '07';

/**
 * What stands in each field of one slip: plain JSON, kept in the slip ledger, enough to draw the slip again years
 * later with the template of that time. A text that is empty is not on the slip, nor is its label.
 */
export interface SlipValues {
  readonly form: FormNumber;
  readonly texts: Readonly<Record<string, string>>;
  /** Rows of cells, in the order of the template's columns. */
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly codes: {
    /** Content of the barcode (Code 128): the dossier's code. */
    readonly barcode: string;
    /** Content of the QR: see `encodeSlipQr`. Empty: no QR. */
    readonly qr: string;
  };
  /** Made in the demonstration province: BẢN THỬ across every page. */
  readonly demo: boolean;
}
