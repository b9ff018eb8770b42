import type { Part } from '../../domain/form/template.ts';
import { type Drawing, gap, size } from './drawing.ts';
import { lineCount, runsWidth } from './measure.ts';
import { runNodes, runsOf, textsOf } from './runs.ts';
import { element, type SlipElement } from './slip-node.ts';

/** Below its words, with the rule. Points. */
const BELOW = 12;

const CODE: readonly Part[] = [
  { text: 'Mã hồ sơ: ', when: 'code' },
  { field: 'code', style: 'bold' },
];

export interface RunningHead {
  readonly node: SlipElement;
  readonly height: number;
}

/** What further pages repeat: which slip they belong to. One line where both parts fit side by side, else two or more. */
export function runningHead(drawing: Drawing): RunningHead {
  const { template, values, width } = drawing;
  const note = size(drawing, 'note');
  const foot = size(drawing, 'foot');
  const runs = runsOf(template.running ?? CODE, textsOf(values));
  const name = `${template.name} (tiếp theo)`;
  const isOneLine =
    runsWidth(runs, note.size) + gap.column + runsWidth([{ text: name, style: 'italic' }], foot.size) <= width;
  const node = element('div', isOneLine ? 'slip-running slip-running-one' : 'slip-running', [
    element('p', '', runNodes(runs)),
    element('p', '', [element('i', '', [name])]),
  ]);
  const lines = isOneLine
    ? 1
    : lineCount(runs, note.size, width) + lineCount([{ text: name, style: 'italic' }], note.size, width);
  return { node, height: lines * note.line + BELOW };
}
