import { paperSize } from '../../domain/form/paper.ts';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipPaperKind, SlipTemplate } from '../../domain/form/template.ts';
import { atomsOf, isTail } from './blocks.ts';
import { clockMark } from './clock-mark.ts';
import { type Atom, type Drawing, POINTS_PER_MM, size } from './drawing.ts';
import { paginate } from './paginate.ts';
import { slipPage } from './page.ts';
import { runningHead } from './running-head.ts';
import { field } from './runs.ts';
import { element, type SlipElement, type SlipNode, type SlipPaper, type SlipTree } from './slip-node.ts';

/**
 * How a slip is laid on paper. `print`: as it goes through the printer, A5 forms two side by side on A4 landscape, to
 * be cut; `copies`: one copy after the other on the form's own paper; `first`: only the first copy, for the screen.
 */
export type SheetMode = 'print' | 'copies' | 'first';

const paperOf: Readonly<Record<SlipPaperKind, SlipPaper>> = {
  a5: { name: 'A5', widthMm: 148, heightMm: 210, landscape: false },
  a4: { name: 'A4', widthMm: 210, heightMm: 297, landscape: false },
  'a4-landscape': { name: 'A4', widthMm: 210, heightMm: 297, landscape: true },
};
/** Half of A4 is 0.5 mm wider than A5; the same lines break the same way on both. */
const HALF_OF_A4 = 148.5;

/** A slip a little too long for its pages is set smaller, A5 down to 9.8 pt, before it takes another. */
const SMALLER = [0.96, 0.92] as const;
/** Left free on every page: the plan may be off by this, and the paper still holds all of it. */
const SLACK = 3;
/** Share of a page's height beyond which one paragraph or row is divided. */
const TALLEST = 0.55;
/** Above the foot, points. */
const FOOT_RULE = 3;

/** The sheet a form is printed on. */
export function printPaper(template: SlipTemplate): SlipPaper {
  return paperOf[template.paper === 'a5' ? 'a4-landscape' : template.paper];
}

/** Template and values → pages, all line breaks and page breaks known. The same tree is printed and shown on screen. */
export function layoutSlip(template: SlipTemplate, values: SlipValues, mode: SheetMode = 'print'): SlipTree {
  const { drawing, pages } = planOf(template, values);
  const copies = mode === 'first' ? template.copies.slice(0, 1) : template.copies;
  const isPaired = mode === 'print' && template.paper === 'a5';
  const paper = { ...paperSize(template.paper), shownWidth: isPaired ? HALF_OF_A4 : paperSize(template.paper).width };
  const frames = copies.map((copy) =>
    pages.map((atoms, index) => slipPage({ drawing, copy, atoms, index, count: pages.length, paper })),
  );
  const sheets = isPaired
    ? pairs(frames).map((two) => sheet('slip-sheet slip-sheet-a4-landscape', two))
    : frames.flat().map((each) => sheet(`slip-sheet slip-sheet-${template.paper}`, [each]));
  const code = field(values, 'code');
  return {
    title: code === '' ? template.name : `${template.name} ${code}`,
    paper: isPaired ? printPaper(template) : paperOf[template.paper],
    sheets,
  };
}

/** What stands side by side: page by page of two copies, or the pages of a copy that has no other beside it. */
function pairs(copies: readonly (readonly SlipElement[])[]): readonly (readonly SlipElement[])[] {
  const [left = [], right, ...others] = copies;
  const side =
    right === undefined
      ? left.flatMap((_, index) => (index % 2 === 0 ? [left.slice(index, index + 2)] : []))
      : left.map((each, index) => [each, ...right.slice(index, index + 1)]);
  return others.length === 0 ? side : [...side, ...pairs(others)];
}

function sheet(className: string, children: readonly SlipNode[]): SlipElement {
  return element('section', className, children);
}

interface Plan {
  readonly drawing: Drawing;
  readonly pages: readonly (readonly Atom[])[];
}

function planOf(template: SlipTemplate, values: SlipValues): Plan {
  const { margins } = template;
  const paper = paperSize(template.paper);
  const width = (paper.width - margins.left - margins.right) * POINTS_PER_MM;
  const height = (paper.height - margins.top - margins.bottom) * POINTS_PER_MM - SLACK;
  const planned = (density: number): Plan => {
    const drawing: Drawing = { template, values, width, density, tallest: height * TALLEST };
    const of = (inTail: boolean): readonly Atom[] =>
      template.blocks.filter((block) => isTail(block) === inTail).flatMap((block) => atomsOf(block, drawing));
    const first = height - (clockMark(drawing)?.height ?? 0) - size(drawing, 'foot').line - FOOT_RULE;
    const further = first - runningHead(drawing).height;
    return { drawing, pages: paginate(of(false), of(true), { first, further }) };
  };
  let best = planned(1);
  // A list of many pages stays readable: it is never set smaller.
  for (const density of template.paper === 'a4-landscape' ? [] : SMALLER) {
    if (best.pages.length === 1) break;
    const next = planned(density);
    if (next.pages.length < best.pages.length) best = next;
  }
  return best;
}
