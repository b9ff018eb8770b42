import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { HallStatus } from '../../contract/desk/hall.ts';
import styles from './Hall.module.css';
import { troubleKeys } from './trouble-keys.ts';

/** Ticket printers of the hall that cannot print, each with what to do at it. */
export function PaperTroubles({ papers }: Pick<HallStatus, 'papers'>): ReactNode {
  const t = useTranslations('hall');
  if (papers.length === 0) return null;
  return (
    <section aria-label={t('papersHead')}>
      <h3 className={styles.head}>{t('papersHead')}</h3>
      <ul className={styles.machines}>
        {papers.map(({ machine, printer, trouble, standIn }) => (
          <li key={`${machine} ${printer}`} className={styles.machine}>
            <span className={styles.name}>{t('papersAt', { machine, printer, why: t(troubleKeys[trouble]) })}</span>
            {standIn && <span className={styles.aside}>{t('papersStandIn')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
