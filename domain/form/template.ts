import type { FormNumber } from './slip-values.ts';

/**
 * The layout of an official form as data: blocks, texts, order, margins. An administrator may change it; it holds no
 * HTML and no script, so nothing in it can run. Sizes are millimetres, type sizes points.
 */
export interface SlipTemplate {
  /** Name and edition, kept with every slip made: "mau-01@1". */
  readonly id: string;
  readonly form: FormNumber;
  /** Title of the document and of its further pages. */
  readonly name: string;
  /** Small print at the foot: the legal source. */
  readonly source: string;
  /** One entry a copy (bản), printed at the foot of each. */
  readonly copies: readonly string[];
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Type sizes and line heights in points, by part. */
  readonly type: Readonly<
    Record<'body' | 'head' | 'title' | 'note' | 'foot', { readonly size: number; readonly line: number }>
  >;
  readonly blocks: readonly SlipBlock[];
}

export type PartStyle = 'regular' | 'bold' | 'italic';

/** A run of text: words of the form itself, or the value of a field. */
export type Part =
  | {
      readonly text: string;
      readonly style?: PartStyle;
      /** Left out while this field is empty. */
      readonly when?: string;
    }
  | { readonly field: string; readonly style?: PartStyle };

export type SlipBlock =
  /** Cơ quan on the left, quốc hiệu and tiêu ngữ on the right, place and date below it. */
  | {
      readonly kind: 'head';
      readonly left: readonly (readonly Part[])[];
      readonly right: readonly (readonly Part[])[];
      readonly date: readonly Part[];
    }
  /** Barcode with its caption, a framed mark, QR. The frame is left out while nothing stands in it. */
  | { readonly kind: 'codes'; readonly caption: readonly Part[]; readonly frame: readonly Part[] }
  | { readonly kind: 'title'; readonly lines: readonly string[]; readonly mark: string }
  /** One paragraph; left out while the field named by `when` is empty. */
  | { readonly kind: 'line'; readonly parts: readonly Part[]; readonly when?: string; readonly keepWithNext?: boolean }
  /** Two short paragraphs side by side, one below the other where they do not fit. */
  | { readonly kind: 'pair'; readonly left: readonly Part[]; readonly right: readonly Part[]; readonly when?: string }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly TableColumn[] }
  | {
      readonly kind: 'signatures';
      /** Least room for a signature. */
      readonly room: number;
      readonly columns: readonly { readonly title: string; readonly hint: string; readonly name: string }[];
    }
  | { readonly kind: 'note'; readonly parts: readonly Part[] };

export interface TableColumn {
  readonly head: string;
  /** Null for the one column that takes what is left. */
  readonly width: number | null;
  readonly align: 'left' | 'centre';
}
