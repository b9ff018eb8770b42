import type { SlipBlock } from '../../domain/form/template.ts';
import { codesAtom } from './code-band.ts';
import { type Atom, type Drawing, gap, mostLines, POINTS_PER_MM, size } from './drawing.ts';
import { headAtom } from './head.ts';
import { lineCount, type Run, runsWidth } from './measure.ts';
import { field, rowsOf, runNodes, runsOf, textsOf } from './runs.ts';
import { letterEndAtom, signaturesAtom } from './signatures.ts';
import { element } from './slip-node.ts';
import { splitRuns } from './split.ts';
import { tableAtoms } from './table.ts';

const PAIR_LEFT = 0.55;

/** The atoms of a block, in order; none where what it shows is empty. */
export function atomsOf(block: SlipBlock, drawing: Drawing): readonly Atom[] {
  switch (block.kind) {
    case 'head':
      return [headAtom(block, drawing)];
    case 'codes':
      return codesAtom(block, drawing);
    case 'title':
      return [titleAtom(block, drawing)];
    case 'line':
      return isLeftOut(block.when, drawing) ? [] : lineAtoms(block, drawing);
    case 'pair':
      return isLeftOut(block.when, drawing) ? [] : pairAtoms(block, drawing);
    case 'items':
      return itemAtoms(block, drawing);
    case 'table':
      return tableAtoms(block, drawing);
    case 'signatures':
      return [signaturesAtom(block, drawing)];
    case 'letter-end':
      return [letterEndAtom(block, drawing)];
    case 'note':
      return [noteAtom(block, drawing)];
  }
}

/** Blocks that close a slip and stay together at its end. */
export function isTail(block: SlipBlock): boolean {
  return block.kind === 'signatures' || block.kind === 'letter-end' || block.kind === 'note';
}

type BlockOf<K extends SlipBlock['kind']> = Extract<SlipBlock, { kind: K }>;

function isLeftOut(when: string | undefined, { values }: Drawing): boolean {
  return when !== undefined && field(values, when) === '';
}

function titleAtom(block: BlockOf<'title'>, drawing: Drawing): Atom {
  const { values, width, density } = drawing;
  const type = size(drawing, 'title');
  const body = size(drawing, 'body');
  const note = size(drawing, 'note');
  const mark = field(values, block.mark);
  const below = runsOf(block.below ?? [], textsOf(values));
  const lines = block.lines.reduce((sum, text) => sum + lineCount([{ text, style: 'bold' }], type.size, width), 0);
  const belowLines = below.length === 0 ? 0 : lineCount(below, body.size, width);
  const markLines = mark === '' ? 0 : lineCount([{ text: mark, style: 'bold' }], note.size, width - gap.column);
  const title = element(
    'h1',
    '',
    block.lines.map((text) => element('span', 'slip-title-line', [text])),
  );
  return {
    node: element('div', 'slip-title', [
      ...(block.lines.length === 0 ? [] : [title]),
      ...(below.length === 0 ? [] : [element('p', '', runNodes(below))]),
      ...(mark === '' ? [] : [element('p', 'slip-mark', [mark])]),
    ]),
    height:
      lines * type.line +
      belowLines * body.line +
      gap.title * density +
      (mark === '' ? 0 : markLines * note.line + gap.mark * density + 4),
  };
}

function paragraph(runs: readonly Run[], drawing: Drawing): readonly Atom[] {
  const { width, density } = drawing;
  const type = size(drawing, 'body');
  return splitRuns(runs, { size: type.size, width, most: mostLines(drawing, 'body') }).map((part) => ({
    node: element('p', 'slip-line', runNodes(part)),
    height: lineCount(part, type.size, width) * type.line + gap.line * density,
  }));
}

function lineAtoms(block: BlockOf<'line'>, drawing: Drawing): readonly Atom[] {
  const { align = 'left', above = 0 } = block;
  const { width, density } = drawing;
  const type = size(drawing, 'body');
  const indent = align === 'letter' ? gap.indent : 0;
  const className = { left: 'slip-line', centre: 'slip-line slip-centre', letter: 'slip-line slip-letter' }[align];
  const runs = runsOf(block.parts, textsOf(drawing.values));
  const parts = splitRuns(runs, { size: type.size, width, most: mostLines(drawing, 'body'), indent });
  return parts.map((part, index) => {
    const over = index === 0 ? above * density : 0;
    return {
      node: element('p', className, runNodes(part), over === 0 ? undefined : { '--above': `${round(over)}mm` }),
      height: lineCount(part, type.size, width, indent) * type.line + gap.line * density + over * POINTS_PER_MM,
      ...(block.keepWithNext === true ? { keepWithNext: true } : {}),
    };
  });
}

function pairAtoms(block: BlockOf<'pair'>, drawing: Drawing): readonly Atom[] {
  const left = runsOf(block.left, textsOf(drawing.values));
  const right = runsOf(block.right, textsOf(drawing.values));
  const type = size(drawing, 'body');
  const columns = drawing.width - gap.column;
  const fits =
    runsWidth(left, type.size) <= columns * PAIR_LEFT && runsWidth(right, type.size) <= columns * (1 - PAIR_LEFT);
  if (!fits) return [left, right].filter((runs) => runs.length > 0).flatMap((runs) => paragraph(runs, drawing));
  const node = element('div', 'slip-line slip-pair', [
    element('p', '', runNodes(left)),
    element('p', '', runNodes(right)),
  ]);
  return [{ node, height: type.line + gap.line * drawing.density }];
}

function itemAtoms(block: BlockOf<'items'>, drawing: Drawing): readonly Atom[] {
  const type = size(drawing, 'body');
  const width = drawing.width - gap.marker;
  return rowsOf(drawing.values, block.table).flatMap((row, index) => {
    const parts = splitRuns(runsOf(block.parts, row), { size: type.size, width, most: mostLines(drawing, 'body') });
    const marker = block.marker === 'number' ? `${index + 1}.` : '-';
    return parts.map((part, at) => ({
      node: element('div', 'slip-item', [element('p', '', at === 0 ? [marker] : []), element('p', '', runNodes(part))]),
      height: lineCount(part, type.size, width) * type.line + (gap.line + gap.item) * drawing.density,
    }));
  });
}

function noteAtom(block: BlockOf<'note'>, drawing: Drawing): Atom {
  const runs = runsOf(block.parts, textsOf(drawing.values));
  const type = size(drawing, 'note');
  return {
    node: element('p', 'slip-note', runNodes(runs)),
    height: lineCount(runs, type.size, drawing.width) * type.line + gap.note * 2 * drawing.density + 1,
  };
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
