/** Paper held upright, millimetres; `landscape` turns it. */
export interface SlipPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly landscape: boolean;
}

export interface PrintChoice {
  /** 1 where left out. */
  readonly copies?: number;
  /** Name of the system's printer; its default where left out. */
  readonly printerName?: string;
}

/** What came of the paper. `why` and `reason` are for the ledger and the person who looks after the machine. */
export type PrintOutcome =
  | { readonly kind: 'printed'; readonly printer: string }
  /** This host cannot print without a person: the PDF is shown and printed by hand. */
  | { readonly kind: 'shown'; readonly why: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** `unknown`: the host cannot ask the system. */
export interface PrinterStatus {
  readonly state: 'ready' | 'none' | 'unknown';
  readonly name: string | null;
}

/** What each host of the desk brings for slips: the PDF first, then those very bytes on paper where it can. */
export interface SlipPrinter {
  /** @throws ProblemError IN-01 the PDF was not made, IN-03 there is no browser to make it */
  makePdf(html: string, page: SlipPage): Promise<Uint8Array>;
  /** A document without scripts as a PNG, `width` pixels wide and as high as it is. @throws ProblemError IN-01, IN-03 */
  makePicture(html: string, width: number): Promise<Uint8Array>;
  /** Something will be printed soon; a host that has to start something for it starts now. */
  prepare?(): void;
  print?(pdf: Uint8Array, page: SlipPage, choice?: PrintChoice): Promise<PrintOutcome>;
  status(): Promise<PrinterStatus>;
  close(): Promise<void>;
}
