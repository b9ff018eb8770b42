import { lineCount, type Run, runsWidth } from './measure.ts';

/** A word, or a piece of one too long for a line, with the space before it. */
interface Piece {
  readonly run: Run;
  readonly isGlued: boolean;
}

/**
 * A text too tall for a page, in parts of at most `most` lines each: a slip never loses a line. Shorter ones come back
 * whole. `indent` is what the first line leaves free.
 */
export function splitRuns(
  runs: readonly Run[],
  of: { readonly size: number; readonly width: number; readonly most: number; readonly indent?: number },
): readonly (readonly Run[])[] {
  const { size, width, most, indent = 0 } = of;
  if (lineCount(runs, size, width, indent) <= most) return [runs];
  const parts: Run[][] = [];
  let open: Run[] = [];
  let lines = 1;
  let used = indent;
  for (const { run, isGlued } of piecesOf(runs, size, width)) {
    const text = isGlued ? run.text : ` ${run.text}`;
    const own = runsWidth([{ ...run, text }], size);
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    if (lines > most) {
      parts.push(open);
      open = [];
      lines = 1;
    }
    append(open, { ...run, text: open.length === 0 ? run.text : text });
    used += own;
  }
  return [...parts, open];
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.style === run.style) runs[runs.length - 1] = { text: last.text + run.text, style: last.style };
  else runs.push(run);
}

function piecesOf(runs: readonly Run[], size: number, width: number): readonly Piece[] {
  const letters = Math.max(1, Math.floor(width / size));
  const pieces: Piece[] = [];
  // A word may go on from one run into the next.
  let isOpen = true;
  for (const run of runs) {
    run.text.split(' ').forEach((word, index) => {
      if (index > 0) isOpen = false;
      if (word === '') return;
      const isLong = runsWidth([{ ...run, text: word }], size) > width;
      const parts = isLong ? (word.match(new RegExp(`.{1,${letters}}`, 'gsu')) ?? []) : [word];
      parts.forEach((text, at) => pieces.push({ run: { ...run, text }, isGlued: at > 0 || isOpen }));
      isOpen = true;
    });
  }
  return pieces;
}
