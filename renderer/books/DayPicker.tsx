import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Books.module.css';
import { DateField } from './DateField.tsx';

/** Which day: typed, or one before and one after; never a day to come. */
export function DayPicker({
  date,
  today,
  onDate,
}: {
  readonly date: string;
  readonly today: string;
  readonly onDate: (date: string) => void;
}): ReactNode {
  const t = useTranslations('books');
  const go = (to: string | null): void => {
    if (to !== null) onDate(to > today ? today : to);
  };
  return (
    <>
      <DateField label={t('date')} value={date} onChange={go} className={styles.date} />
      <Button size="small" action="pageBefore" onPress={() => go(addDays(date, -1))}>
        {t('dayBefore')}
      </Button>
      {date < today && (
        <Button size="small" action="pageAfter" onPress={() => go(addDays(date, 1))}>
          {t('dayAfter')}
        </Button>
      )}
    </>
  );
}
