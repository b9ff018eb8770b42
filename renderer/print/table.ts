import { count } from '../../domain/form/slip-words.ts';
import { printable } from '../../domain/form/printable.ts';
import type { SlipBlock, TableColumn } from '../../domain/form/template.ts';
import { type Cell, dividedRow } from './divided-row.ts';
import { type Atom, type Drawing, gap, mostLines, POINTS_PER_MM, size } from './drawing.ts';
import { lineCount, type Run } from './measure.ts';
import { rowsOf, runNodes, runsOf, textsOf, type Lookup } from './runs.ts';
import { element, spanned, type SlipElement, type SlipNode } from './slip-node.ts';
import { columnWidths, groupsOf, tableHead } from './table-head.ts';

/** Above and below the words of a cell, at its sides, and a rule's width: as in slip.css. */
const CELL = { above: 1.7, beside: 3, rule: 0.75 };
const PADDING = CELL.above * 2 + CELL.rule;

type TableBlock = Extract<SlipBlock, { kind: 'table' }>;

/** One atom a row, so that a long list goes on, under its head, on the next page. */
export function tableAtoms(block: TableBlock, drawing: Drawing): readonly Atom[] {
  const { columns } = block;
  const { values } = drawing;
  const widths = widthsOf(columns, drawing.width);
  const type = size(drawing, 'table');
  const room = (block.room ?? 0) * POINTS_PER_MM;
  const lines = (runs: readonly Run[], width: number): number =>
    lineCount(runs, type.size, width - CELL.beside * 2 - CELL.rule);
  const rowHeight = (cells: readonly Cell[], least: number): number => {
    const most = cells.map((cell, index) => cell.reduce((sum, runs) => sum + lines(runs, widths[index] ?? 0), 0));
    return Math.max(least, Math.max(...most) * type.line) + PADDING;
  };
  const across = (text: string, className: string): SlipElement =>
    element('tr', className, [spanned(element('td', '', [text]), { columns: columns.length, rows: 1 })]);

  const oneLine = type.line + PADDING;
  const headHeight =
    headHeightOf(columns, {
      widths,
      line: type.line,
      lines: (text, width) => lines([{ text, style: 'bold' }], width),
    }) +
    (block.numbered === true ? oneLine : 0) +
    (block.counted === undefined ? 0 : oneLine) +
    CELL.rule +
    gap.table * 2 * drawing.density;
  const head = tableHead(columns, block.numbered === true);
  const wrap = (rows: readonly Atom[]): SlipNode => {
    const own = rows.filter((row) => (row.table?.ordinal ?? 0) > 0);
    const upTo = own.at(-1)?.table?.ordinal ?? 0;
    const counted =
      block.counted === undefined ? [] : [across(countText(own.length, upTo, block.counted), 'slip-total')];
    return element(
      'table',
      'slip-table',
      [...columnWidths(columns), head, element('tbody', '', [...rows.map((row) => row.node), ...counted])],
      block.room === undefined ? undefined : { '--row': `${block.room}mm` },
    );
  };

  const most = mostLines(drawing, 'table');
  const insides = widths.map((width) => width - CELL.beside * 2 - CELL.rule);
  const rows = rowsOf(values, block.table).flatMap((row, index): readonly Atom[] => {
    const plain = values.tables[block.table]?.[index] ?? [];
    const cells = columns.map((column, place) => cellOf(column, row, plain[place] ?? ''));
    return dividedRow(cells, { size: type.size, widths: insides, most }).map((part, at) => ({
      node: element(
        'tr',
        '',
        columns.map((column, place) => cellNode(column, part[place] ?? [])),
      ),
      height: rowHeight(part, room),
      // What goes on in a further row is no further row of the list.
      table: { headHeight, wrap, ordinal: at === 0 ? index + 1 : 0 },
    }));
  });
  if (rows.length === 0) {
    if (block.empty === undefined) return [];
    return [{ node: across(block.empty, 'slip-none'), height: oneLine, table: { headHeight, wrap, ordinal: 0 } }];
  }
  if (columns.every(({ total }) => total === undefined)) return rows;
  const totals = columns.map(({ total }) => [runsOf(total ?? [], textsOf(values))]);
  const last: Atom = {
    node: element(
      'tr',
      'slip-total',
      columns.map((column, place) => cellNode(column, totals[place] ?? [])),
    ),
    height: rowHeight(totals, 0),
    table: { headHeight, wrap, ordinal: 0 },
  };
  // A total never stands on a page of its own.
  return [...rows.slice(0, -1), ...rows.slice(-1).map((row) => ({ ...row, keepWithNext: true })), last];
}

function countText(own: number, upTo: number, what: string): string {
  return `Cộng trang này: ${count(own)} ${what}. Cộng dồn: ${count(upTo)} ${what}.`;
}

function cellOf(column: TableColumn, row: Lookup, plain: string): Cell {
  if (column.lines === undefined) return [[{ text: printable(plain), style: 'regular' }]];
  return column.lines.map((parts) => runsOf(parts, row)).filter((runs) => runs.length > 0);
}

function cellNode(column: TableColumn, lines: Cell): SlipElement {
  const [first = [], ...others] = lines;
  const nodes = others.length === 0 ? runNodes(first) : lines.map((runs) => element('p', '', runNodes(runs)));
  return element('td', `slip-${column.align}`, nodes);
}

interface Widths {
  readonly widths: readonly number[];
  readonly lines: (text: string, width: number) => number;
  readonly line: number;
}

function headHeightOf(columns: readonly TableColumn[], { widths, lines, line }: Widths): number {
  const own = (index: number): number => lines(columns[index]?.head ?? '', widths[index] ?? 0);
  const groups = groupsOf(columns);
  const alone = groups.filter(({ name }) => name === null).flatMap((group) => group.columns.map(own));
  const under = groups.filter(({ name }) => name !== null).flatMap((group) => group.columns.map(own));
  const over = groups.map(({ name, columns: of }) =>
    name === null
      ? 0
      : lines(
          name,
          of.reduce((sum, index) => sum + (widths[index] ?? 0), 0),
        ),
  );
  const one = Math.max(...alone, 0) * line + PADDING;
  return under.length === 0 ? one : Math.max(one, (Math.max(...over) + Math.max(...under)) * line + PADDING * 2);
}

function widthsOf(columns: readonly TableColumn[], width: number): readonly number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0) * POINTS_PER_MM, 0);
  return columns.map((column) => (column.width === null ? width - fixed : column.width * POINTS_PER_MM));
}
