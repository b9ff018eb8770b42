import type { PartStyle } from '../../domain/form/template.ts';
import { tinosWidths } from './tinos-widths.ts';

/** A run of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: PartStyle;
}

const UNITS = 2048;
const COMBINING = /\p{M}/u;

function advance(character: string, style: PartStyle): number {
  const face = tinosWidths[style];
  const own = face.horned[character] ?? face.ascii[(character.codePointAt(0) ?? 0) - 0x20];
  if (own !== undefined) return own;
  if (COMBINING.test(character)) return 0;
  const [base = '', ...marks] = character.normalize('NFD');
  if (marks.length === 0) return face.other;
  const horned = marks.includes('\u031B') ? face.horned[`${base}\u031B`.normalize('NFC')] : undefined;
  return horned ?? face.ascii[(base.codePointAt(0) ?? 0) - 0x20] ?? face.other;
}

/** Width of a text in the unit of `size`, without kerning: Tinos's kerning only draws letters together. */
export function textWidth(text: string, style: PartStyle, size: number): number {
  let units = 0;
  for (const character of text) units += advance(character, style);
  return (units * size) / UNITS;
}

export function runsWidth(runs: readonly Run[], size: number): number {
  return runs.reduce((sum, run) => sum + textWidth(run.text, run.style, size), 0);
}

/**
 * Lines the runs take at that width, broken at spaces; a word wider than a line is broken anywhere. Never fewer than
 * Chromium takes, so that what is planned for a page fits it. `indent` is what the first line leaves free.
 */
export function lineCount(runs: readonly Run[], size: number, width: number, indent = 0): number {
  let lines = 1;
  let used = indent;
  for (const word of wordsOf(runs)) {
    const own = runsWidth(word.runs, size);
    const space = used === 0 ? 0 : textWidth(' ', word.spaceStyle, size);
    if (used + space + own <= width) {
      used += space + own;
      continue;
    }
    if (used > 0) lines += 1;
    const over = Math.ceil(own / width) - 1;
    // A word broken anywhere loses up to a letter's width in each line.
    lines += over > 0 ? Math.ceil(own / (width - size)) - 1 : 0;
    used = over > 0 ? width : own;
  }
  return lines;
}

interface Word {
  readonly runs: Run[];
  readonly spaceStyle: PartStyle;
}

/** A word may go on from one style into another: "số thứ tự: " and "123" next to "," make one. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let open: Word | null = null;
  for (const run of runs) {
    run.text.split(' ').forEach((piece, index) => {
      if (index > 0) open = null;
      if (piece === '') return;
      if (open === null) {
        open = { runs: [], spaceStyle: run.style };
        words.push(open);
      }
      open.runs.push({ text: piece, style: run.style });
    });
  }
  return words;
}
