import type { SlipTemplate } from '../../domain/form/template.ts';
import type { Atom, Drawing } from './drawing.ts';
import { clockMark } from './clock-mark.ts';
import { runningHead } from './running-head.ts';
import { element, type SlipElement, type SlipNode } from './slip-node.ts';

export interface Page {
  readonly drawing: Drawing;
  /** What the foot says of this copy. */
  readonly copy: string;
  readonly atoms: readonly Atom[];
  /** From 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Millimetres; a page is drawn wider than it is planned where half a sheet is. */
  readonly paper: { readonly width: number; readonly height: number; readonly shownWidth: number };
}

/** One page of one copy: what was planned for it, its foot, and on further pages which slip it belongs to. */
export function slipPage({ drawing, copy, atoms, index, count, paper }: Page): SlipElement {
  const { template, values, density } = drawing;
  const { margins, type } = template;
  const pt = (part: keyof SlipTemplate['type']): Record<`--${string}`, string> => ({
    [`--${part}-size`]: `${round(type[part].size * density)}pt`,
    [`--${part}-line`]: `${round(type[part].line * density)}pt`,
  });
  const measures = {
    '--width': `${paper.shownWidth}mm`,
    '--height': `${paper.height}mm`,
    '--top': `${margins.top}mm`,
    '--right': `${round(margins.right + paper.shownWidth - paper.width)}mm`,
    '--bottom': `${margins.bottom}mm`,
    '--left': `${margins.left}mm`,
    '--density': String(density),
    ...pt('body'),
    ...pt('head'),
    ...pt('title'),
    ...pt('table'),
    ...pt('note'),
    ...pt('foot'),
  };
  const turned = count === 1 && template.numbered !== true ? '' : `Trang ${index + 1}/${count}`;
  const running = index === 0 ? [] : [runningHead(drawing).node];
  const demo: readonly SlipElement[] = values.demo
    ? [{ tag: 'div', class: 'slip-demo', children: [element('span', '', ['BẢN THỬ'])] }]
    : [];
  const mark = clockMark(drawing);
  const foot = element('div', 'slip-foot', [
    element('p', '', [copy]),
    ...(turned === '' ? [] : [element('p', '', [element('b', '', [turned])])]),
    element('p', '', [template.source]),
  ]);
  return element(
    'div',
    `slip-page slip-page-${template.paper}`,
    [...demo, ...running, ...joinTables(atoms), ...(mark === null ? [] : [mark.node]), foot],
    measures,
  );
}

/** Rows of one table that stand on this page, in one table under its head. */
function joinTables(atoms: readonly Atom[]): readonly SlipNode[] {
  const nodes: SlipNode[] = [];
  let rows: Atom[] = [];
  atoms.forEach((atom, index) => {
    if (atom.table === undefined) {
      nodes.push(atom.node);
      return;
    }
    rows.push(atom);
    if (atoms[index + 1]?.table?.wrap === atom.table.wrap) return;
    nodes.push(atom.table.wrap(rows));
    rows = [];
  });
  return nodes;
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
