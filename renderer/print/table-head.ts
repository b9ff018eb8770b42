import type { TableColumn } from '../../domain/form/template.ts';
import { element, spanned, type SlipElement, type SlipNode } from './slip-node.ts';

/** Neighbouring columns under one heading, or a column that has none. */
export interface HeadGroup {
  readonly name: string | null;
  readonly columns: readonly number[];
}

export function groupsOf(columns: readonly TableColumn[]): readonly HeadGroup[] {
  const groups: { name: string | null; columns: number[] }[] = [];
  columns.forEach((column, index) => {
    const last = groups.at(-1);
    if (column.group !== undefined && last?.name === column.group) last.columns.push(index);
    else groups.push({ name: column.group ?? null, columns: [index] });
  });
  return groups;
}

/** The head of a table: one row, or two where columns stand under a common heading, and the numbers of the columns. */
export function tableHead(columns: readonly TableColumn[], numbered: boolean): SlipNode {
  const numbers = numbered
    ? [
        element(
          'tr',
          'slip-column-numbers',
          columns.map((_, index) => element('th', '', [`(${index + 1})`])),
        ),
      ]
    : [];
  const cell = (column: TableColumn | undefined): SlipElement => element('th', '', [column?.head ?? '']);
  const groups = groupsOf(columns);
  if (groups.every(({ name }) => name === null)) {
    const row = columns.map((column) => element('th', '', [column.head], widthMeasure(column)));
    return element('thead', '', [element('tr', '', row), ...numbers]);
  }
  const upper = groups.map(({ name, columns: under }) =>
    name === null
      ? spanned(cell(columns[under[0] ?? 0]), { columns: 1, rows: 2 })
      : spanned(element('th', '', [name]), { columns: under.length, rows: 1 }),
  );
  const lower = groups
    .filter(({ name }) => name !== null)
    .flatMap(({ columns: under }) => under.map((index) => cell(columns[index])));
  return element('thead', '', [element('tr', '', upper), element('tr', '', lower), ...numbers]);
}

/** A fixed table takes its widths from its first row; where that row has cells over several columns, from these. */
export function columnWidths(columns: readonly TableColumn[]): readonly SlipNode[] {
  if (columns.every(({ group }) => group === undefined)) return [];
  return [
    element(
      'colgroup',
      '',
      columns.map((column) => element('col', '', [], widthMeasure(column))),
    ),
  ];
}

function widthMeasure(column: TableColumn): { '--wide': string } {
  return { '--wide': column.width === null ? 'auto' : `${column.width}mm` };
}
