import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './Icon.tsx';
import styles from './StandMark.module.css';
import { cx } from './cx.ts';

/** How far a dossier has come: this machine, sent, in the provincial system (only after its verdict). */
export type Stand = 'here' | 'sent' | 'inProvince' | 'attention';

const filled = { here: 1, sent: 2, inProvince: 3, attention: 0 } as const satisfies Record<Stand, number>;

export interface StandMarkProps {
  readonly stand: Stand;
  /** What has to be done, after "Cần xem lại"; or other words for the place. */
  readonly children?: ReactNode;
  /** The shape alone, named by its word: for narrow columns. */
  readonly alone?: boolean;
}

export function StandMark({ stand, children, alone = false }: StandMarkProps): ReactNode {
  const t = useTranslations('stand');
  const shape =
    stand === 'attention' ? (
      <Icon name="flag" />
    ) : (
      <svg className={styles.dots} viewBox="0 0 34 16" aria-hidden="true" focusable="false">
        <path d="M5 8h24" />
        {[4.5, 17, 29.5].map((x, index) => (
          <circle key={x} cx={x} cy="8" r="3.2" className={index < filled[stand] ? styles.full : styles.open} />
        ))}
      </svg>
    );
  return (
    <span className={cx(styles.stand, stand === 'attention' && styles.attention)}>
      <span className={styles.shape}>{shape}</span>
      {alone ? (
        <span className={styles.hidden}>{t(stand)}</span>
      ) : stand === 'attention' ? (
        <span>
          <b>{t(stand)}</b>
          {children !== undefined && <>, {children}</>}
        </span>
      ) : (
        <span>{children ?? t(stand)}</span>
      )}
    </span>
  );
}
