import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isCounter } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { usePlace, type WorkspaceName } from '../stores/place.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './DueReminders.module.css';

/** What nobody wrote differently but whose day has come: results to remind of or archive, last days of a unit's steps. */
export function DueReminders(): ReactNode {
  const t = useTranslations('settle');
  const go = usePlace((place) => place.go);
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const atCounter = role !== undefined && isCounter(role);
  const results = useDesk('results.list', {}, ['dossiers'], { when: atCounter }).data?.rows ?? [];
  const work = useDesk('processing.list', { list: 'working' }, ['dossiers'], { when: role === 'unitOfficer' }).data;
  const due = results.filter((row) => row.isDue);
  const lines = [
    { key: 'remind', n: due.filter((row) => row.next.kind === 'reminder').length, to: 'results' },
    { key: 'archive', n: due.filter((row) => row.next.kind === 'archive').length, to: 'results' },
    { key: 'work', n: (work?.reminders ?? []).filter((reminder) => reminder.act).length, to: 'work' },
  ] as const satisfies readonly { key: string; n: number; to: WorkspaceName }[];
  const shown = lines.filter((line) => line.n > 0);
  if (shown.length === 0) return null;
  return (
    <section className={styles.due} aria-label={t('due')}>
      <h2 className={styles.head}>{t('due')}</h2>
      <ul>
        {shown.map((line) => (
          <li key={line.key}>
            <button type="button" className={styles.line} onClick={() => go(line.to)}>
              <Icon name="clock" className={styles.sign} />
              <span>{t(`dueLine.${line.key}`, { n: line.n })}</span>
              <span className={styles.to}>{t(`dueTo.${line.to}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
