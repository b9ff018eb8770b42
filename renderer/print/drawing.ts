import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import type { SlipNode } from './slip-node.ts';

/** A part of a slip that is never divided between pages. Heights are points. */
export interface Atom {
  readonly height: number;
  readonly node: SlipNode;
  readonly keepWithNext?: boolean;
  /** Rows of one table: drawn in one table a page, under its head. */
  readonly table?: {
    /** Of the head, and of what is counted below the rows. */
    readonly headHeight: number;
    readonly wrap: (rows: readonly Atom[]) => SlipNode;
    /** From 1 in the whole table; 0 is a row that counts for none: a total, or what an empty table says. */
    readonly ordinal: number;
  };
}

export interface Drawing {
  readonly template: SlipTemplate;
  readonly values: SlipValues;
  /** Between the margins, points. */
  readonly width: number;
  /** Most points a paragraph or a row takes before it is divided. */
  readonly tallest: number;
  /** 1, or less where a long slip is set smaller to stay on one page. */
  readonly density: number;
}

export const POINTS_PER_MM = 72 / 25.4;

/** Distances slip.css keeps too, in points; all but the column gap and the item's marker shrink with the density. */
export const gap = {
  line: 0.8,
  head: 8,
  codes: 8,
  /** Above a band inside the slip. */
  low: 4,
  title: 6,
  mark: 3,
  table: 3,
  signatures: 12,
  note: 4,
  column: 10,
  item: 1.2,
  marker: 16,
  /** First line of a paragraph of a letter: 8 mm. */
  indent: 8 * POINTS_PER_MM,
};

export function size(drawing: Drawing, part: keyof SlipTemplate['type']): { size: number; line: number } {
  const type = drawing.template.type[part];
  return { size: type.size * drawing.density, line: type.line * drawing.density };
}

/** Lines of that type a paragraph or a row has before it is divided. */
export function mostLines(drawing: Drawing, part: keyof SlipTemplate['type']): number {
  return Math.max(1, Math.floor(drawing.tallest / size(drawing, part).line));
}
