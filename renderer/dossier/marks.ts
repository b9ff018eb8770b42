import type { CallOutput } from '../../contract/desk.ts';

type Page = CallOutput<'dossier.get'>;
type Day = Page['days'][number];
type Mark = Page['marks'][number];

export interface PlacedMark {
  readonly mark: Mark;
  /** The day its name stands at. */
  readonly on: string;
  /** Whether the name ends at its day instead of beginning there. */
  readonly atEnd: boolean;
}

/** The sheet at 1366. */
export const SHEET_LINE = 700;
/** What DayStory gives a day. */
const dayPx = (count: number, line: number): number => Math.min(count <= 12 ? 64 : 18, line / count);
/** A letter of a name in bold, and the gap between two names. */
const LETTER_PX = 7;
const GAP_PX = 8;

/**
 * The names there is room for over a line so many px wide. They come with the most telling first: a name that would lie
 * on one of those is moved, within the days it is about, or goes; the story below tells it.
 */
export function marksWithRoom(
  days: readonly Day[],
  marks: readonly Mark[],
  wordsOf: (mark: Mark) => string,
  line: number,
): PlacedMark[] {
  const px = dayPx(days.length, line);
  const taken: { readonly from: number; readonly to: number }[] = [];
  return marks.flatMap((mark) => {
    const width = wordsOf(mark).length * LETTER_PX + GAP_PX;
    const free = (from: number): boolean =>
      from >= 0 &&
      from + width <= line + GAP_PX &&
      !taken.some((other) => other.from < from + width && from < other.to);
    for (const [at, day] of days.entries()) {
      if (day.date < mark.from || day.date > (mark.to ?? mark.from)) continue;
      for (const atEnd of [false, true]) {
        const from = atEnd ? (at + 1) * px - width : at * px;
        if (!free(from)) continue;
        taken.push({ from, to: from + width });
        return [{ mark, on: day.date, atEnd }];
      }
    }
    return [];
  });
}
