import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon, type IconName } from './Icon.tsx';
import styles from './LineMark.module.css';
import { cx } from './cx.ts';

/** The line to the province's server (đường truyền), in words ready to be shown. */
export type LineState =
  | { readonly state: 'up'; /** "10:42", or null where nothing was ever sent. */ readonly since: string | null }
  | { readonly state: 'sending'; readonly left: number; readonly of: number }
  | { readonly state: 'receiving'; readonly left: number; readonly of: number }
  | { readonly state: 'down'; /** "09:12" or "20/11 16:52" */ readonly since: string; readonly waiting: number }
  | { readonly state: 'stopped'; /** One sentence: why. */ readonly reason: string; readonly waiting: number }
  | { readonly state: 'notEnrolled' }
  | { readonly state: 'sealed' };

const shapes = {
  up: 'lineUp',
  sending: 'lineUp',
  receiving: 'lineUp',
  down: 'lineDown',
  stopped: 'triangle',
  notEnrolled: 'lineDown',
  sealed: 'lineDown',
} as const satisfies Record<LineState['state'], IconName>;

/** Shape, the state in bold, and what is safe. `brief` leaves out that work goes on. */
export function LineMark({ line, brief = false }: { readonly line: LineState; readonly brief?: boolean }): ReactNode {
  return (
    <span className={cx(styles.line, styles[line.state])}>
      <Icon name={shapes[line.state]} />
      <LineWords line={line} brief={brief} />
    </span>
  );
}

function LineWords({ line, brief }: { readonly line: LineState; readonly brief: boolean }): ReactNode {
  const t = useTranslations('line');
  switch (line.state) {
    case 'up':
      return (
        <>
          <b>{t('up')}</b>
          <span className={styles.rest}>
            {line.since === null ? t('upNothing') : t('upSince', { time: line.since })}
          </span>
        </>
      );
    case 'sending':
      return (
        <>
          <b>{t('up')}</b>
          <span className={styles.rest}>{t('sending', { left: line.left, of: line.of })}</span>
        </>
      );
    case 'receiving':
      return (
        <>
          <b>{t('up')}</b>
          <progress className={styles.progress} max={line.of} value={line.of - line.left} aria-hidden="true" />
          <span className={styles.rest}>{t('receiving', { left: line.left, of: line.of })}</span>
        </>
      );
    case 'down':
      return (
        <>
          <b className={styles.state}>{t('down', { time: line.since })}</b>
          <span>
            {!brief && `${t('downSafe')} `}
            {line.waiting > 0 &&
              t.rich(brief ? 'downBrief' : 'downWaiting', { n: line.waiting, b: (text) => <b>{text}</b> })}
          </span>
        </>
      );
    case 'stopped':
      return (
        <>
          <b className={styles.state}>{t('stopped')}</b>
          <span>
            {line.reason} {t('stoppedSafe', { n: line.waiting })}
          </span>
        </>
      );
    case 'notEnrolled':
      return <b>{t('notEnrolled')}</b>;
    case 'sealed':
      return <b>{t('sealed')}</b>;
  }
}
