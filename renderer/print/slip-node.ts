/** The closed list of elements a slip is drawn with. None can run, load or link. */
export type SlipTag =
  | 'div'
  | 'section'
  | 'h1'
  | 'p'
  | 'span'
  | 'b'
  | 'i'
  | 'table'
  | 'colgroup'
  | 'col'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'th'
  | 'td';

/** Custom properties only: measures of this slip, read by slip.css. */
export type SlipMeasures = Readonly<Record<`--${string}`, string>>;

export interface SlipElement {
  readonly tag: SlipTag;
  readonly class?: string;
  readonly measures?: SlipMeasures;
  /** Columns and rows a cell stands over. */
  readonly span?: { readonly columns: number; readonly rows: number };
  readonly children: readonly SlipNode[];
}

/** A barcode or QR. */
export interface SlipDrawing {
  readonly tag: 'svg';
  readonly class: string;
  /** What it is, for those who cannot see it. */
  readonly label: string;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Modules. */
  readonly box: readonly [number, number];
  readonly path: string;
}

/** Text is plain text: whoever draws it escapes it. */
export type SlipNode = SlipElement | SlipDrawing | string;

/** A cell over several columns or rows. */
export function spanned(cell: SlipElement, span: { readonly columns: number; readonly rows: number }): SlipElement {
  return { ...cell, span };
}

/** Paper of one slip document. Width and height are those of the sheet held upright; `landscape` turns it. */
export interface SlipPaper {
  readonly name: 'A4' | 'A5';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly landscape: boolean;
}

/** Sheets in the order they are printed, each as large as the paper. */
export interface SlipTree {
  readonly title: string;
  readonly paper: SlipPaper;
  readonly sheets: readonly SlipElement[];
}

export function element(
  tag: SlipTag,
  className: string,
  children: readonly SlipNode[],
  measures?: SlipMeasures,
): SlipElement {
  return { tag, children, ...(className === '' ? {} : { class: className }), ...(measures ? { measures } : {}) };
}
