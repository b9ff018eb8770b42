import type { CallOutput } from '../../contract/desk.ts';

type Day = CallOutput<'dossier.get'>['days'][number];

/** The sheet at 1366, and what DayStory gives a day there. */
const LINE_PX = 700;
const dayPx = (count: number): number => Math.min(count <= 12 ? 64 : 18, LINE_PX / count);
/** "Nhận 23/11" with a gap. */
const NAME_PX = 86;

/**
 * Which days of the line are named: the day received and the due day. Where the two names would lie on one another
 * the due day alone keeps its name; the story below tells the other.
 */
export function namedDays(
  days: readonly Day[],
  due: string | null,
): { readonly received: boolean; readonly due: boolean } {
  const at = days.findIndex((day) => day.date === due);
  if (at <= 0) return { received: true, due: false };
  // A name in the second half of the line ends at its day instead of beginning there.
  const room = at > days.length / 2 ? (at + 1) * dayPx(days.length) - NAME_PX : at * dayPx(days.length);
  return { received: room >= NAME_PX, due: true };
}
