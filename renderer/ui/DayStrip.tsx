import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { rowDay } from './format.ts';
import type { DayCell } from '../../domain/calendar/due-date.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import styles from './DayStrip.module.css';
import { cx } from './cx.ts';
import { columnsOf, weeksOf } from './day-groups.ts';
import { dayMonth } from './format.ts';

/**
 * The day strip of an appointment (dải ngày): up to seven days a cell a day, longer a row a week. The numbered
 * sentences of the domain stand below it; screen readers get those, the strip is hidden from them.
 */
export function DayStrip({ cells }: { readonly cells: readonly DayCell[] }): ReactNode {
  return columnsOf(cells).length <= 7 ? <DayCells cells={cells} /> : <DayWeeks cells={cells} />;
}

function useDayWord(): (cell: DayCell) => string {
  const t = useTranslations('day');
  return (cell) => {
    switch (cell.role) {
      case 'received':
        return t('received');
      case 'counted':
        return t('counted', { n: cell.n ?? 0 });
      case 'off':
        return cell.weekend === true ? t('off') : t('holiday');
      case 'paused':
        return t('paused');
      case 'due':
        return t('due');
    }
  };
}

export function DayCells({ cells }: { readonly cells: readonly DayCell[] }): ReactNode {
  const language = useLanguage();
  const word = useDayWord();
  return (
    <div className={styles.cells} aria-hidden="true">
      {columnsOf(cells).map((column) => {
        if (column.kind === 'weekend')
          return <span key={column.from} className={cx(styles.cell, styles.narrow, styles.off)} />;
        const { cell } = column;
        const [weekday, date] = rowDay(cell.date, language).split(' ');
        return (
          <span key={cell.date} className={cx(styles.cell, styles[cell.role])}>
            <span className={styles.weekday}>{weekday}</span>
            <span className={styles.date}>{date}</span>
            <span className={styles.word}>{word(cell)}</span>
          </span>
        );
      })}
    </div>
  );
}

export function DayWeeks({ cells }: { readonly cells: readonly DayCell[] }): ReactNode {
  const word = useDayWord();
  return (
    <div className={styles.weeks} aria-hidden="true">
      {weeksOf(cells).map((week) => (
        <div key={week.from} className={styles.week}>
          <span className={styles.monday}>{dayMonth(week.from)}</span>
          {week.days.map((cell, index) => (
            <span key={cell?.date ?? index} className={cx(styles.small, cell !== null && styles[cell.role])}>
              {cell !== null && (cell.role === 'counted' ? cell.n : word(cell))}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
