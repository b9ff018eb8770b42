import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { type Atom, atomsOf, type Drawing, POINTS_PER_MM, size } from './blocks.ts';
import { paginate } from './paginate.ts';
import { field } from './runs.ts';
import { element, type SlipElement, type SlipNode, type SlipPaper, type SlipTree } from './slip-node.ts';

/**
 * How a slip is laid on paper: `a4-two` is two copies side by side on A4 landscape, to be cut, and the default;
 * `a5` is one copy after the other; `a5-first` only the first copy, for the screen.
 */
export type SheetMode = 'a4-two' | 'a5' | 'a5-first';

const A5 = { width: 148, height: 210 };
/** Half of A4 is 0.5 mm wider than A5; the same lines break the same way on both. */
const HALF_OF_A4 = 148.5;

/** A slip a little too long for its pages is set smaller, down to 9.8 pt, before it takes another. */
const DENSITIES = [1, 0.96, 0.92] as const;
/** Left free on every page: the plan may be off by this, and the paper still holds all of it. */
const SLACK = 3;
/** What the repeated head of further pages takes besides its line of text. Points. */
const RUNNING_HEAD = 12;

const paperOf: Readonly<Record<SheetMode, SlipPaper>> = {
  'a4-two': { name: 'A4', widthMm: 210, heightMm: 297, landscape: true },
  a5: { name: 'A5', widthMm: A5.width, heightMm: A5.height, landscape: false },
  'a5-first': { name: 'A5', widthMm: A5.width, heightMm: A5.height, landscape: false },
};

/** Template and values → pages, all line breaks and page breaks known. The same tree is printed and shown on screen. */
export function layoutSlip(template: SlipTemplate, values: SlipValues, mode: SheetMode = 'a4-two'): SlipTree {
  const { density, pages } = pagesOf(template, values);
  const copies = mode === 'a5-first' ? template.copies.slice(0, 1) : template.copies;
  const frames = copies.map((copy) =>
    pages.map((atoms, index) => page({ template, values, density, copy, atoms, index, count: pages.length, mode })),
  );
  const sheets =
    mode === 'a4-two'
      ? pages.map((_, index) =>
          sheet(
            'slip-sheet slip-sheet-a4',
            frames.flatMap((each) => each.slice(index, index + 1)),
          ),
        )
      : frames.flat().map((each) => sheet('slip-sheet slip-sheet-a5', [each]));
  const code = field(values, 'code');
  return { title: code === '' ? template.name : `${template.name} ${code}`, paper: paperOf[mode], sheets };
}

function sheet(className: string, children: readonly SlipNode[]): SlipElement {
  return element('section', className, children);
}

interface Plan {
  readonly density: number;
  readonly pages: readonly (readonly Atom[])[];
}

function pagesOf(template: SlipTemplate, values: SlipValues): Plan {
  const { margins } = template;
  const width = (A5.width - margins.left - margins.right) * POINTS_PER_MM;
  const height = (A5.height - margins.top - margins.bottom) * POINTS_PER_MM - SLACK;
  const planned = (density: number): { body: readonly Atom[]; tail: readonly Atom[]; drawing: Drawing } => {
    const drawing: Drawing = { template, values, width, density };
    const of = (isTail: boolean): readonly Atom[] =>
      template.blocks
        .filter((block) => (block.kind === 'signatures' || block.kind === 'note') === isTail)
        .flatMap((block) => atomsOf(block, drawing));
    return { body: of(false), tail: of(true), drawing };
  };
  const footOf = (drawing: Drawing): number => size(drawing, 'foot').line + 3;
  let best: Plan | null = null;
  for (const density of DENSITIES) {
    const { body, tail, drawing } = planned(density);
    const first = height - footOf(drawing);
    const further = first - size(drawing, 'note').line - RUNNING_HEAD;
    const pages = paginate(body, tail, { first, further });
    if (best === null || pages.length < best.pages.length) best = { density, pages };
    if (best.pages.length === 1) break;
  }
  return best ?? { density: 1, pages: [] };
}

interface Page {
  readonly template: SlipTemplate;
  readonly values: SlipValues;
  readonly density: number;
  readonly copy: string;
  readonly atoms: readonly Atom[];
  readonly index: number;
  readonly count: number;
  readonly mode: SheetMode;
}

function page({ template, values, density, copy, atoms, index, count, mode }: Page): SlipElement {
  const { margins, type } = template;
  const pt = (part: keyof SlipTemplate['type']): Record<`--${string}`, string> => ({
    [`--${part}-size`]: `${round(type[part].size * density)}pt`,
    [`--${part}-line`]: `${round(type[part].line * density)}pt`,
  });
  const width = mode === 'a4-two' ? HALF_OF_A4 : A5.width;
  const measures = {
    '--width': `${width}mm`,
    '--top': `${margins.top}mm`,
    '--right': `${round(margins.right + width - A5.width)}mm`,
    '--bottom': `${margins.bottom}mm`,
    '--left': `${margins.left}mm`,
    '--density': String(density),
    ...pt('body'),
    ...pt('head'),
    ...pt('title'),
    ...pt('note'),
    ...pt('foot'),
  };
  const turned = count === 1 ? '' : `Trang ${index + 1}/${count}`;
  const running =
    index === 0
      ? []
      : [
          element('div', 'slip-running', [
            element('p', '', ['Mã hồ sơ: ', element('b', '', [field(values, 'code')])]),
            element('p', '', [element('i', '', [`${template.name} (tiếp theo)`])]),
          ]),
        ];
  const demo: readonly SlipElement[] = values.demo
    ? [{ tag: 'div', class: 'slip-demo', children: [element('span', '', ['BẢN THỬ'])] }]
    : [];
  const foot = element('div', 'slip-foot', [
    element('p', '', [copy]),
    ...(turned === '' ? [] : [element('p', '', [element('b', '', [turned])])]),
    element('p', '', [template.source]),
  ]);
  return element('div', 'slip-page', [...demo, ...running, ...joinTables(atoms), foot], measures);
}

/** Rows of one table that stand on this page, in one table under its head. */
function joinTables(atoms: readonly Atom[]): readonly SlipNode[] {
  const nodes: SlipNode[] = [];
  let rows: SlipNode[] = [];
  atoms.forEach((atom, index) => {
    if (atom.table === undefined) {
      nodes.push(atom.node);
      return;
    }
    rows.push(atom.node);
    if (atoms[index + 1]?.table?.wrap === atom.table.wrap) return;
    nodes.push(atom.table.wrap(rows));
    rows = [];
  });
  return nodes;
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
