import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notice.module.css';
import { cx } from './cx.ts';

export interface NoticeProps {
  /** `soon`: someone must act; `trouble`: something is not saved, not sent, overdue. */
  readonly tone: 'soon' | 'trouble';
  /** What happened. */
  readonly title: string;
  /** What is safe and what to do. */
  readonly children: ReactNode;
  /** "IN-02" */
  readonly code?: string | undefined;
  readonly icon?: IconName;
  /** Its buttons, small. */
  readonly actions?: ReactNode;
  /** One row across the whole frame, its buttons at the right. */
  readonly strip?: boolean;
  readonly className?: string | undefined;
}

/** Said in place, in three parts, with its code; stays until it is settled. */
export function Notice({ tone, title, children, code, icon, actions, strip, className }: NoticeProps): ReactNode {
  return (
    <div
      className={cx(styles.notice, styles[tone], strip === true && styles.strip, className)}
      role={tone === 'trouble' ? 'alert' : 'status'}
    >
      <p className={styles.title}>
        <Icon name={icon ?? (tone === 'trouble' ? 'triangle' : 'exclaim')} />
        <span>{title}</span>
      </p>
      <div className={styles.text}>{children}</div>
      {(actions !== undefined || code !== undefined) && (
        <div className={styles.foot}>
          {actions}
          {code !== undefined && <span className={styles.code}>{code}</span>}
        </div>
      )}
    </div>
  );
}
