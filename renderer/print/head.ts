import type { Part, SlipBlock } from '../../domain/form/template.ts';
import { type Atom, type Drawing, gap, size } from './drawing.ts';
import { lineCount, type Run } from './measure.ts';
import { runNodes, runsOf, textsOf } from './runs.ts';
import { element, type SlipNode } from './slip-node.ts';

const LEFT = 0.4;
/** Rule under the names and under the motto, with the space above it. */
const RULE = 4;
/** Above number and date. */
const ABOVE = 5;

/**
 * Cơ quan, quốc hiệu, tiêu ngữ, place and date. A letter's number stands in one row with its date, as Nghị định
 * 30/2020/NĐ-CP, Phụ lục I sets them; without a number the date follows the motto.
 */
export function headAtom(block: Extract<SlipBlock, { kind: 'head' }>, drawing: Drawing): Atom {
  const { values, width, density } = drawing;
  const type = size(drawing, 'head');
  const columns = width - gap.column;
  const leftWidth = columns * LEFT;
  const rightWidth = columns * (1 - LEFT);
  const runs = (parts: readonly Part[]): readonly Run[] => runsOf(parts, textsOf(values));
  const height = (rows: readonly (readonly Run[])[], of: number): number =>
    rows.reduce((sum, row) => sum + lineCount(row, type.size, of) * type.line, 0);
  const row = (of: readonly Run[]): SlipNode => element('p', '', runNodes(of));

  const names = block.left.map(runs).filter((of) => of.length > 0);
  const motto = block.right.map(runs);
  const date = runs(block.date);
  const number = runs(block.number ?? []);
  const dateNode = element('p', 'slip-date', runNodes(date));
  const mottoNodes = [
    ...motto.slice(0, -1).map(row),
    ...motto.slice(-1).map((of) => element('p', '', [element('span', 'slip-ruled', runNodes(of))])),
  ];
  const namesNode = element('div', 'slip-head-names', names.map(row));
  const namesHeight = height(names, leftWidth) + RULE;
  const mottoHeight = height(motto, rightWidth) + RULE;
  const dateHeight = height([date], rightWidth) + ABOVE;

  if (number.length === 0) {
    return {
      node: element('div', 'slip-head', [namesNode, element('div', '', [...mottoNodes, dateNode])]),
      height: Math.max(namesHeight, mottoHeight + dateHeight) + gap.head * density,
    };
  }
  const numberHeight = height([number], leftWidth) + ABOVE;
  return {
    node: element('div', 'slip-head', [
      namesNode,
      element('div', '', mottoNodes),
      element('p', 'slip-date', runNodes(number)),
      dateNode,
    ]),
    height: Math.max(namesHeight, mottoHeight) + Math.max(numberHeight, dateHeight) + gap.head * density,
  };
}
