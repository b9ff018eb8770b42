import type { ReactNode } from 'react';
import styles from './PaperMark.module.css';
import { cx } from './cx.ts';

/** How a required paper stands (tình trạng giấy tờ). Its word is `paper.<state>` in the catalogue. */
export type PaperState = 'unseen' | 'has' | 'missing' | 'wrong' | 'notNeeded';

/** Five shapes that differ without colour. The word always stands beside. */
export function PaperMark({ state }: { readonly state: PaperState }): ReactNode {
  return (
    <svg className={cx(styles.mark, styles[state])} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {state !== 'notNeeded' && <rect x="0.75" y="0.75" width="14.5" height="14.5" className={styles.box} />}
      {state === 'has' && <path d="M4 8.3 6.8 11.2 12 5" className={styles.tick} />}
      {state === 'missing' && <path d="M4.5 8h7" />}
      {state === 'wrong' && <path d="M8 3.8v5M8 10.6v1.8" />}
      {state === 'notNeeded' && <path d="M5.5 8h5" />}
    </svg>
  );
}
