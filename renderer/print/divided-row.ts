import { lineCount, type Run } from './measure.ts';
import { splitRuns } from './split.ts';

/** Lines of one cell, each a paragraph of its own. */
export type Cell = readonly (readonly Run[])[];

/** A row whose tallest cell has more than `most` lines, in as many rows as it needs; other rows come back whole. */
export function dividedRow(
  cells: readonly Cell[],
  of: { readonly size: number; readonly widths: readonly number[]; readonly most: number },
): readonly (readonly Cell[])[] {
  const { size, widths, most } = of;
  const divided = cells.map((cell, place) => dividedCell(cell, size, widths[place] ?? 0, most));
  const rows = Math.max(1, ...divided.map((parts) => parts.length));
  return Array.from({ length: rows }, (_, at) => divided.map((parts) => parts[at] ?? []));
}

function dividedCell(cell: Cell, size: number, width: number, most: number): readonly Cell[] {
  const parts: (readonly Run[])[][] = [];
  let left = 0;
  for (const part of cell.flatMap((runs) => splitRuns(runs, { size, width, most }))) {
    const own = lineCount(part, size, width);
    const open = parts.at(-1);
    if (open === undefined || own > left) {
      parts.push([part]);
      left = most - own;
    } else {
      open.push(part);
      left -= own;
    }
  }
  return parts;
}
