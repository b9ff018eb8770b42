import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './Consequences.module.css';

/** What follows from what is about to be saved, each a sentence with its detail; what somebody has to do is marked. */
export function Consequences({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={styles.list}>{children}</ul>;
}

export interface ConsequenceProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  /** Somebody has to do something because of it. */
  readonly toDo?: boolean;
  readonly children?: ReactNode;
}

export function Consequence({ icon, title, detail, toDo = false, children }: ConsequenceProps): ReactNode {
  return (
    <li className={styles.one}>
      <Icon name={icon} className={cx(styles.sign, toDo && styles.toDo)} />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.detail}>{detail}</p>
        {children}
      </div>
    </li>
  );
}
