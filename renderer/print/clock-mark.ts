import { CLOCK_WRONG } from '../../domain/form/slip-marks.ts';
import { type Drawing, size } from './drawing.ts';
import { lineCount, type Run } from './measure.ts';
import { runNodes } from './runs.ts';
import { element, type SlipElement } from './slip-node.ts';

const WORDS: readonly Run[] = [{ text: CLOCK_WRONG, style: 'bold' }];
/** Above it. Points. */
const ABOVE = 2;

/** What every page says above its foot where the clock was known to be wrong; null where it was not. */
export function clockMark(drawing: Drawing): { readonly node: SlipElement; readonly height: number } | null {
  if (drawing.values.clockWrong !== true) return null;
  const note = size(drawing, 'note');
  return {
    node: element('p', 'slip-clock', runNodes(WORDS)),
    height: lineCount(WORDS, note.size, drawing.width) * note.line + ABOVE,
  };
}
