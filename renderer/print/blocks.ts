import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipBlock, SlipTemplate } from '../../domain/form/template.ts';
import { codesAtom } from './code-band.ts';
import { lineCount, type Run, runsWidth } from './measure.ts';
import { field, runNodes, runsOf } from './runs.ts';
import { element, type SlipNode } from './slip-node.ts';
import { tableAtoms } from './table.ts';

/** A part of a slip that is never divided between pages. Heights are points. */
export interface Atom {
  readonly height: number;
  readonly node: SlipNode;
  readonly keepWithNext?: boolean;
  /** Rows of one table: drawn in one table a page, under its head. */
  readonly table?: { readonly headHeight: number; readonly wrap: (rows: readonly SlipNode[]) => SlipNode };
}

export interface Drawing {
  readonly template: SlipTemplate;
  readonly values: SlipValues;
  /** Between the margins, points. */
  readonly width: number;
  /** 1, or less where a long slip is set smaller to stay on one page. */
  readonly density: number;
}

export const POINTS_PER_MM = 72 / 25.4;

/** Distances slip.css keeps too, in points; all but the column gap shrink with the density. */
export const gap = { line: 0.8, head: 8, codes: 8, title: 6, mark: 3, table: 3, signatures: 12, note: 4, column: 10 };

const HEAD_LEFT = 0.4;
const HEAD_RULE = 4;
const PAIR_LEFT = 0.55;
const HINT_LINE = 13;

export function size(drawing: Drawing, part: keyof SlipTemplate['type']): { size: number; line: number } {
  const type = drawing.template.type[part];
  return { size: type.size * drawing.density, line: type.line * drawing.density };
}

/** The atoms of a block, in order; none where what it shows is empty. */
export function atomsOf(block: SlipBlock, drawing: Drawing): readonly Atom[] {
  switch (block.kind) {
    case 'head':
      return [headAtom(block, drawing)];
    case 'codes':
      return [codesAtom(block, drawing)];
    case 'title':
      return [titleAtom(block, drawing)];
    case 'line':
      return isLeftOut(block.when, drawing) ? [] : [lineAtom(block, drawing)];
    case 'pair':
      return isLeftOut(block.when, drawing) ? [] : pairAtoms(block, drawing);
    case 'table':
      return tableAtoms(block, drawing);
    case 'signatures':
      return [signaturesAtom(block, drawing)];
    case 'note':
      return [noteAtom(block, drawing)];
  }
}

type BlockOf<K extends SlipBlock['kind']> = Extract<SlipBlock, { kind: K }>;

function isLeftOut(when: string | undefined, { values }: Drawing): boolean {
  return when !== undefined && field(values, when) === '';
}

function headAtom(block: BlockOf<'head'>, drawing: Drawing): Atom {
  const { values, width, density } = drawing;
  const type = size(drawing, 'head');
  const columnWidth = width - gap.column;
  const lines = (rows: readonly (readonly Run[])[], of: number): number =>
    rows.reduce((sum, runs) => sum + lineCount(runs, type.size, of), 0);
  const left = block.left.map((parts) => runsOf(parts, values));
  const right = block.right.map((parts) => runsOf(parts, values));
  const date = runsOf(block.date, values);
  const leftHeight = lines(left, columnWidth * HEAD_LEFT) * type.line + HEAD_RULE;
  const rightWidth = columnWidth * (1 - HEAD_LEFT);
  const rightHeight = lines(right, rightWidth) * type.line + HEAD_RULE + lines([date], rightWidth) * type.line + 5;
  const row = (runs: readonly Run[]): SlipNode => element('p', '', runNodes(runs));
  const node = element('div', 'slip-head', [
    element('div', 'slip-head-left', left.map(row)),
    element('div', 'slip-head-right', [
      ...right.slice(0, -1).map(row),
      ...right.slice(-1).map((runs) => element('p', '', [element('span', 'slip-ruled', runNodes(runs))])),
      element('p', 'slip-date', runNodes(date)),
    ]),
  ]);
  return { node, height: Math.max(leftHeight, rightHeight) + gap.head * density };
}

function titleAtom(block: BlockOf<'title'>, drawing: Drawing): Atom {
  const { values, width, density } = drawing;
  const type = size(drawing, 'title');
  const note = size(drawing, 'note');
  const mark = field(values, block.mark);
  const lines = block.lines.reduce((sum, text) => sum + lineCount([{ text, style: 'bold' }], type.size, width), 0);
  const markLines = mark === '' ? 0 : lineCount([{ text: mark, style: 'bold' }], note.size, width - gap.column);
  const title = element(
    'h1',
    '',
    block.lines.map((text) => element('span', 'slip-title-line', [text])),
  );
  return {
    node: element('div', 'slip-title', mark === '' ? [title] : [title, element('p', 'slip-mark', [mark])]),
    height:
      lines * type.line + gap.title * density + (mark === '' ? 0 : markLines * note.line + gap.mark * density + 4),
  };
}

function paragraph(runs: readonly Run[], drawing: Drawing): Atom {
  const type = size(drawing, 'body');
  return {
    node: element('p', 'slip-line', runNodes(runs)),
    height: lineCount(runs, type.size, drawing.width) * type.line + gap.line * drawing.density,
  };
}

function lineAtom(block: BlockOf<'line'>, drawing: Drawing): Atom {
  const atom = paragraph(runsOf(block.parts, drawing.values), drawing);
  return block.keepWithNext === true ? { ...atom, keepWithNext: true } : atom;
}

function pairAtoms(block: BlockOf<'pair'>, drawing: Drawing): readonly Atom[] {
  const left = runsOf(block.left, drawing.values);
  const right = runsOf(block.right, drawing.values);
  const type = size(drawing, 'body');
  const columns = drawing.width - gap.column;
  const fits =
    runsWidth(left, type.size) <= columns * PAIR_LEFT && runsWidth(right, type.size) <= columns * (1 - PAIR_LEFT);
  if (!fits) return [paragraph(left, drawing), paragraph(right, drawing)];
  const node = element('div', 'slip-line slip-pair', [
    element('p', '', runNodes(left)),
    element('p', '', runNodes(right)),
  ]);
  return [{ node, height: type.line + gap.line * drawing.density }];
}

function signaturesAtom(block: BlockOf<'signatures'>, drawing: Drawing): Atom {
  const { density, values, width } = drawing;
  const type = size(drawing, 'body');
  const columnWidth = (width - gap.column) / block.columns.length;
  const nameLines = block.columns.map((column) =>
    lineCount([{ text: field(values, column.name), style: 'bold' }], type.size, columnWidth),
  );
  const columns = block.columns.map((column) =>
    element('div', 'slip-signature', [
      element('p', 'slip-signature-title', [column.title]),
      element('p', 'slip-signature-hint', [column.hint]),
      element('p', 'slip-signature-name', [field(values, column.name)]),
    ]),
  );
  const room = block.room * POINTS_PER_MM;
  return {
    node: element('div', 'slip-signatures', columns, { '--room': `${block.room}mm` }),
    height: gap.signatures * density + type.line + HINT_LINE * density + room + Math.max(...nameLines) * type.line,
  };
}

function noteAtom(block: BlockOf<'note'>, drawing: Drawing): Atom {
  const runs = runsOf(block.parts, drawing.values);
  const type = size(drawing, 'note');
  return {
    node: element('p', 'slip-note', runNodes(runs)),
    height: lineCount(runs, type.size, drawing.width) * type.line + gap.note * 2 * drawing.density + 1,
  };
}
