import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { weekday, type CivilDate } from '../../domain/calendar/civil-date.ts';
import styles from './DayStory.module.css';
import { cx } from './cx.ts';
import { dayMonth } from './format.ts';

/** A day of a dossier's story: used, paused, off, still left, or the day it came in. */
export interface StoryDay {
  readonly date: CivilDate;
  readonly kind: 'received' | 'used' | 'paused' | 'off' | 'left' | 'over';
}

/** A name over the strip: "Nhận 12/10", "Tạm dừng, chờ nộp thuế", "Hẹn lại 30/11". */
export interface StoryMark {
  readonly from: CivilDate;
  /** The last day it is about; by default the same day. */
  readonly to?: CivilDate;
  readonly words: string;
  readonly tone?: 'plain' | 'soon' | 'trouble';
  /** Ends at its day instead of beginning there; by default in the second half of the line. */
  readonly atEnd?: boolean;
  /** The day the name stands at, where it is not the first. */
  readonly nameOn?: CivilDate;
}

/** Up to so many days a day takes the room its name needs. */
const FEW_DAYS = 12;

export interface DayStoryProps {
  /** Working days and days off in the week, in order; plain weekends are left out and seen as a gap. */
  readonly days: readonly StoryDay[];
  readonly marks: readonly StoryMark[];
  readonly today: CivilDate;
  /** Too little room for the dates of the weeks. */
  readonly narrow?: boolean;
}

/** The day strip of a dossier's page: one line with named marks. The story below says the same in words. */
export function DayStory({ days, marks, today, narrow = false }: DayStoryProps): ReactNode {
  const t = useTranslations('day');
  return (
    <div className={cx(styles.story, days.length <= FEW_DAYS && styles.few)} aria-hidden="true">
      {days.map((day, index) => {
        const before = days[index - 1];
        const newWeek = before === undefined || weekday(day.date) <= weekday(before.date);
        const covering = marks.find(
          (mark) => mark.from !== (mark.to ?? mark.from) && mark.from <= day.date && day.date <= (mark.to ?? mark.from),
        );
        const starting = marks.filter((mark) => (mark.nameOn ?? mark.from) === day.date);
        return (
          <span key={day.date} className={cx(styles.day, styles[day.kind], newWeek && index > 0 && styles.week)}>
            {covering !== undefined && (
              <span
                className={cx(styles.span, covering.to === day.date && styles.last, styles[covering.tone ?? 'plain'])}
              />
            )}
            {starting.map((mark) => (
              <span
                key={mark.words}
                className={cx(
                  styles.mark,
                  styles[mark.tone ?? 'plain'],
                  mark.to === undefined && styles.pin,
                  (mark.atEnd ?? index > days.length / 2) ? styles.end : styles.start,
                )}
              >
                {mark.words}
              </span>
            ))}
            {newWeek && !narrow && day.date !== today && (
              <span className={cx(styles.monday, index === days.length - 1 && styles.right)}>{dayMonth(day.date)}</span>
            )}
            {day.date === today && <span className={styles.today}>{t('today')}</span>}
          </span>
        );
      })}
    </div>
  );
}
