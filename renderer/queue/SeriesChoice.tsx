import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue } from '../../contract/desk/queue.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import styles from './Queue.module.css';

/** Which series a counter serves; those of "I don't know" everybody serves. */
export function SeriesChoice({
  queue,
  chosen,
  onChange,
}: {
  readonly queue: Queue;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const t = useTranslations('queue');
  const language = useLanguage();
  return (
    <fieldset className={styles.series}>
      <legend>{t('series')}</legend>
      {queue.series
        .filter(({ kind }) => kind !== 'unknown')
        .map(({ letter, name }) => (
          <Checkbox
            key={letter}
            label={`${letter} ${name[language]}`}
            checked={chosen.includes(letter)}
            onChange={(on) => onChange(on ? [...chosen, letter].sort() : chosen.filter((each) => each !== letter))}
          />
        ))}
    </fieldset>
  );
}
