import type { ReactNode } from 'react';
import styles from './DueMark.module.css';
import { Icon, type IconName } from './Icon.tsx';
import { cx } from './cx.ts';

/** How a dossier stands to its time limit (thời hạn giải quyết). */
export type DueState = 'inTime' | 'soon' | 'overdue' | 'paused' | 'done';

const shapes = {
  inTime: null,
  soon: 'clock',
  overdue: 'triangle',
  paused: 'pause',
  done: 'check',
} as const satisfies Record<DueState, IconName | null>;

export interface DueMarkProps {
  readonly state: DueState;
  /** The words: "Sắp đến hạn, còn 1 ngày làm việc". */
  readonly children: ReactNode;
  /** Where no shape is drawn, its room is kept so that rows stay in line. */
  readonly inLine?: boolean;
  readonly className?: string | undefined;
}

export function DueMark({ state, children, inLine = false, className }: DueMarkProps): ReactNode {
  const shape = shapes[state];
  return (
    <span className={cx(styles.due, styles[state], className)}>
      {shape === null ? inLine && <span className={styles.room} /> : <Icon name={shape} />}
      <span>{children}</span>
    </span>
  );
}
