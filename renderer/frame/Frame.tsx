import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Frame.module.css';
import { KeysOverview } from '../ui/KeysOverview.tsx';
import { cx } from '../ui/cx.ts';

export interface FrameProps {
  /** {@link TitleBar} */
  readonly title: ReactNode;
  /** {@link Rail}; boards have none. */
  readonly rail?: ReactNode;
  /** What the rail holds where it is not the queue. */
  readonly railName?: string;
  /** The sheet. */
  readonly children: ReactNode;
  /** {@link Outcome}; a screen of one column has none. */
  readonly outcome?: ReactNode;
  readonly outcomeSize?: 'office' | 'province';
  /** What concerns this machine whatever is on its screen; a row above the status bar, while there is something. */
  readonly notice?: ReactNode;
  /** {@link StatusBar} */
  readonly status: ReactNode;
}

/** One sheet, three columns: who waits, what is in front of me, what comes out of it. F6 goes round. */
export function Frame({
  title,
  rail,
  railName,
  children,
  outcome,
  outcomeSize = 'office',
  notice,
  status,
}: FrameProps): ReactNode {
  const t = useTranslations('frame');
  const hasRail = rail !== undefined && rail !== null;
  const hasOutcome = outcome !== undefined && outcome !== null;
  return (
    <div
      className={cx(
        styles.frame,
        !hasRail && styles.noRail,
        !hasOutcome && styles.noOutcome,
        outcomeSize === 'province' && styles.province,
      )}
    >
      <header className={styles.title} data-region="title" tabIndex={-1}>
        {title}
      </header>
      {hasRail && (
        <aside className={styles.rail} data-region="rail" tabIndex={-1} aria-label={railName ?? t('rail')}>
          {rail}
        </aside>
      )}
      <main className={styles.sheet} data-region="sheet" tabIndex={-1} aria-label={t('sheet')}>
        {children}
      </main>
      {hasOutcome && (
        <section className={styles.outcome} data-region="outcome" tabIndex={-1} aria-label={t('outcome')}>
          {outcome}
        </section>
      )}
      {notice !== undefined && <div className={styles.notice}>{notice}</div>}
      <footer className={styles.status} data-region="status" tabIndex={-1} aria-label={t('status')}>
        {status}
      </footer>
      <KeysOverview />
    </div>
  );
}
