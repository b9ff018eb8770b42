import type { SlipForm } from './slip-values.ts';

/**
 * The layout of an official form as data: blocks, texts, order, margins. An administrator may change it; it holds no
 * HTML and no script, so nothing in it can run. Sizes are millimetres, type sizes points.
 */
export interface SlipTemplate {
  /** Name and edition, kept with every slip made: "mau-01@1". */
  readonly id: string;
  readonly form: SlipForm;
  /** Title of the document and of its further pages. */
  readonly name: string;
  /** Small print at the foot: the legal source. */
  readonly source: string;
  readonly paper: SlipPaperKind;
  /** One entry a copy (bản), printed at the foot of each. */
  readonly copies: readonly string[];
  /** What further pages say at their head before the name; "Mã hồ sơ: …" where left out. */
  readonly running?: readonly Part[];
  /** A book's pages are numbered even where there is only one. */
  readonly numbered?: boolean;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Type sizes and line heights in points, by part. */
  readonly type: Readonly<Record<TypePart, { readonly size: number; readonly line: number }>>;
  readonly blocks: readonly SlipBlock[];
}

/** `a5` upright is printed as two copies, or two pages, side by side on A4, to be cut. */
export type SlipPaperKind = 'a5' | 'a4' | 'a4-landscape';

export type TypePart = 'body' | 'head' | 'title' | 'table' | 'note' | 'foot';

export type PartStyle = 'regular' | 'bold' | 'italic';

/** A run of text: words of the form itself, or the value of a field; in a row of a table or list, also of its cells. */
export type Part =
  | {
      readonly text: string;
      readonly style?: PartStyle;
      /** Left out while this field is empty. */
      readonly when?: string;
    }
  | { readonly field: string; readonly style?: PartStyle };

export type SlipBlock =
  /** Cơ quan on the left with its number below, quốc hiệu and tiêu ngữ on the right, place and date below them. */
  | {
      readonly kind: 'head';
      readonly left: readonly (readonly Part[])[];
      readonly right: readonly (readonly Part[])[];
      readonly date: readonly Part[];
      readonly number?: readonly Part[];
    }
  /**
   * Barcode with its caption, a framed mark, QR. The frame is left out while nothing stands in it, the barcode and the
   * QR while there are none; all of it where nothing is left.
   */
  | {
      readonly kind: 'codes';
      readonly caption: readonly Part[];
      readonly frame: readonly Part[];
      /** Title of a list, between barcode and QR. */
      readonly title?: string;
      /** Of two such blocks one shows the barcode, the other the QR. */
      readonly without?: 'barcode' | 'qr';
    }
  | {
      readonly kind: 'title';
      readonly lines: readonly string[];
      readonly mark: string;
      readonly below?: readonly Part[];
    }
  /** One paragraph; left out while the field named by `when` is empty. */
  | {
      readonly kind: 'line';
      readonly parts: readonly Part[];
      readonly when?: string;
      readonly keepWithNext?: boolean;
      /** Left where left out; `letter` is justified, its first line indented. */
      readonly align?: 'left' | 'centre' | 'letter';
      /** Free above it. */
      readonly above?: number;
    }
  /** Two short paragraphs side by side, one below the other where they do not fit. */
  | { readonly kind: 'pair'; readonly left: readonly Part[]; readonly right: readonly Part[]; readonly when?: string }
  /** Rows of a table as a list in words. */
  | {
      readonly kind: 'items';
      readonly table: string;
      readonly marker: 'number' | 'dash';
      readonly parts: readonly Part[];
    }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly columns: readonly TableColumn[];
      /** Said in one row where the table has none; without it such a table is left out. */
      readonly empty?: string;
      /** A row "(1) (2) …" under the head. */
      readonly numbered?: boolean;
      /** Least height of a row. */
      readonly room?: number;
      /** What is counted under the rows of every page: "hồ sơ". */
      readonly counted?: string;
    }
  | {
      readonly kind: 'signatures';
      /** Least room for a signature. */
      readonly room: number;
      readonly columns: readonly SignatureColumn[];
    }
  /** End of a letter (văn bản): nơi nhận on the left, the signature on the right. */
  | {
      readonly kind: 'letter-end';
      readonly heading: string;
      /** Table whose first cells are the recipients. */
      readonly recipients: string;
      readonly room: number;
      readonly signature: SignatureColumn;
    }
  | { readonly kind: 'note'; readonly parts: readonly Part[] };

export interface SignatureColumn {
  readonly title: string;
  /** Fields with the signer's office (chức vụ), a line each, below the title. */
  readonly positions?: readonly string[];
  readonly hint: string;
  readonly name: string;
}

export interface TableColumn {
  readonly head: string;
  /** Heading over this and the neighbours that name the same. */
  readonly group?: string;
  /** Null for the one column that takes what is left. */
  readonly width: number | null;
  readonly align: 'left' | 'centre' | 'right';
  /** Lines of the cell, empty ones left out; where left out, the cell that has the column's place in the row. */
  readonly lines?: readonly (readonly Part[])[];
  /** What stands under the column in a last row; a table none of whose columns has one has no such row. */
  readonly total?: readonly Part[];
}
