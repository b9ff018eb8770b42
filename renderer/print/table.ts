import { printable } from '../../domain/form/printable.ts';
import type { SlipBlock, TableColumn } from '../../domain/form/template.ts';
import { type Atom, type Drawing, gap, POINTS_PER_MM, size } from './blocks.ts';
import { lineCount } from './measure.ts';
import { element, type SlipNode } from './slip-node.ts';

/** Above and below the words of a cell, at its sides, and a rule's width: as in slip.css. */
const CELL = { above: 1.7, beside: 3, rule: 0.75 };

/** One atom a row, so that a long list goes on, under its head, on the next page. */
export function tableAtoms(block: Extract<SlipBlock, { kind: 'table' }>, drawing: Drawing): readonly Atom[] {
  const { columns } = block;
  const type = size(drawing, 'body');
  const widths = widthsOf(columns, drawing.width);
  const wrap = (rows: readonly SlipNode[]): SlipNode =>
    element('table', 'slip-table', [
      element('thead', '', [
        element(
          'tr',
          '',
          columns.map((column) => element('th', '', [column.head], widthMeasure(column))),
        ),
      ]),
      element('tbody', '', rows),
    ]);
  const height = (cells: readonly string[], style: 'regular' | 'bold'): number => {
    const lines = columns.map((_, index) =>
      lineCount([{ text: cells[index] ?? '', style }], type.size, (widths[index] ?? 0) - CELL.beside * 2 - CELL.rule),
    );
    return Math.max(...lines) * type.line + CELL.above * 2 + CELL.rule;
  };
  const headHeight =
    height(
      columns.map((column) => column.head),
      'bold',
    ) +
    CELL.rule +
    gap.table * 2 * drawing.density;
  return (drawing.values.tables[block.table] ?? []).map((row) => {
    const cells = columns.map((_, index) => printable(row[index] ?? ''));
    return {
      node: element(
        'tr',
        '',
        columns.map((column, index) => element('td', `slip-${column.align}`, [cells[index] ?? ''])),
      ),
      height: height(cells, 'regular'),
      table: { headHeight, wrap },
    };
  });
}

function widthMeasure(column: TableColumn): { '--wide': string } {
  return { '--wide': column.width === null ? 'auto' : `${column.width}mm` };
}

function widthsOf(columns: readonly TableColumn[], width: number): readonly number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0) * POINTS_PER_MM, 0);
  return columns.map((column) => (column.width === null ? width - fixed : column.width * POINTS_PER_MM));
}
