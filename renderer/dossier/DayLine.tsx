import type { ReactNode } from 'react';
import type { CallOutput } from '../../contract/desk.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { DayStory } from '../ui/DayStory.tsx';
import { marksWithRoom, SHEET_LINE } from './marks.ts';

type Page = CallOutput<'dossier.get'>;

/** The day strip of a dossier in one line of so many px, with the names there is room for. */
export function DayLine({
  days,
  marks,
  width,
}: {
  readonly days: Page['days'];
  readonly marks: Page['marks'];
  readonly width: number;
}): ReactNode {
  const say = useSay();
  const today = useNow().slice(0, 10);
  const placed = marksWithRoom(days, marks, (mark) => say(mark.words), width);
  return (
    <DayStory
      days={days}
      today={today}
      narrow={width < SHEET_LINE}
      marks={placed.map(({ mark: { from, to, words, tone }, on, atEnd }) => ({
        from,
        words: say(words),
        tone,
        atEnd,
        nameOn: on,
        ...(to === null ? {} : { to }),
      }))}
    />
  );
}
