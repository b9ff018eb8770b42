import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './QueueRow.module.css';
import { cx } from './cx.ts';
import { minutes } from './format.ts';

export interface QueueRowProps {
  /** "A112" */
  readonly number: string;
  /** The field, or the class of a priority ticket: "Cao tuổi". */
  readonly words: string;
  readonly priority?: boolean;
  readonly waitedMinutes: number;
  /** `next` has the bar; `other` is another counter's. */
  readonly place: 'mine' | 'next' | 'other';
}

/** A waiting ticket. Read only: it is called by F2, or by its number through the search. */
export function QueueRow({ number, words, priority = false, waitedMinutes, place }: QueueRowProps): ReactNode {
  return (
    <li className={cx(styles.row, styles[place])}>
      <span className={styles.number}>{number}</span>
      <span className={styles.words}>
        {priority && <Icon name="diamond" className={styles.diamond} />}
        <span className={styles.cut}>{words}</span>
      </span>
      <span className={styles.wait}>{minutes(waitedMinutes)}</span>
    </li>
  );
}
