import type { ReactNode } from 'react';
import styles from './Icon.module.css';
import { cx } from './cx.ts';

/** Lines of 1.5 px on a grid of 16; always beside a word, so never named for screen readers. */
const lines = {
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3 14 14',
  check: 'M3 8.6 6.3 12 13 4.6',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l2 1.6',
  triangle: 'M8 2.4 14.5 13.6H1.5zM8 6.5v3.4M8 11.2v1',
  pause: 'M6 4v8M10 4v8',
  flag: 'M3.5 14.5V2.5h9.3l-2 3.3 2 3.4H3.5',
  printer: 'M4.5 5.5v-3h7v3M4.5 11.5H2v-6h12v6h-2.5M4.5 9.5h7v4h-7z',
  card: 'M1.5 3h13v10h-13zM4 10.6c.2-1.2.9-1.8 1.7-1.8s1.5.6 1.7 1.8M4.5 6.6a1.2 1.2 0 1 0 2.4 0 1.2 1.2 0 0 0-2.4 0M9.5 6.3H12M9.5 9.3H12',
  down: 'm3.8 6 4.2 4.2L12.2 6',
  right: 'm6 3.8 4.2 4.2L6 12.2',
  arrowRight: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  arrowLeft: 'M13.5 8H3M6.5 4.5 3 8l3.5 3.5',
  arrowUp: 'M8 13.5V3M4.5 6.5 8 3l3.5 3.5',
  arrowDown: 'M8 2.5V13M4.5 9.5 8 13l3.5-3.5',
  diamond: 'M8 3.2 12.8 8 8 12.8 3.2 8z',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  minimise: 'M3.5 8h9',
  maximise: 'M3.8 3.8h8.4v8.4H3.8z',
  restore: 'M3.5 5.8h6.7v6.7H3.5zM5.8 5.8V3.5h6.7v6.7h-2.3',
  document: 'M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3M5.8 8h4.4M5.8 10.8h4.4',
  phone:
    'M3.2 2.2h2.6l1.2 3.2-1.6 1.2c.8 1.7 2.1 3 3.9 3.9l1.2-1.6 3.2 1.2v2.6c0 .6-.5 1-1.1 1C7 13.4 2.6 8.9 2.2 3.3c0-.6.4-1.1 1-1.1z',
  swap: 'M2 5.3h11.5M10.5 2.3l3 3-3 3M14 10.7H2.5M5.5 7.7l-3 3 3 3',
  scan: 'M1.8 4.5V2h2.7M11.5 2h2.7v2.5M14.2 11.5V14h-2.7M4.5 14H1.8v-2.5M4.5 5v6M7 5v6M9 5v6M11.5 5v6',
  exclaim: 'M8 3.5v6M8 11.6v1.2',
  minus: 'M5 8h6',
  plus: 'M8 3.5v9M3.5 8h9',
  lock: 'M3.5 7.5h9v6.5h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  pencil: 'M3 13l.6-2.8L11 2.8 13.2 5 5.8 12.4zM9.5 4.3l2.2 2.2',
  lineUp: 'M0 8h16',
  lineDown: 'M0 8h4M12 8h4M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5',
  /** The mark of the program: one door, at one counter. */
  door: 'M.75 15.25V.75h14.5v14.5h-4V6.5q0-1-1-1h-4.5q-1 0-1 1v8.75z',
} as const;

export type IconName = keyof typeof lines;

export interface IconProps {
  readonly name: IconName;
  readonly className?: string | undefined;
}

export function Icon({ name, className }: IconProps): ReactNode {
  return (
    <svg
      className={cx(styles.icon, (name === 'lineUp' || name === 'lineDown') && styles.heavy, className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lines[name]} />
      {name === 'lineUp' && <circle cx="8" cy="8" r="3.5" className={styles.filled} />}
    </svg>
  );
}
