import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../../contract/desk/status.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { since } from '../app/local-time.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Courier } from './Courier.tsx';
import styles from './LineFacts.module.css';
import { clockDifference } from './clock-difference.ts';

/** Behind the line of the status bar, in plain sentences: since when, what waits, the backup, the clock. */
export function LineFacts({ status, now }: { readonly status: Status; readonly now: string }): ReactNode {
  const t = useTranslations('lineFacts');
  // Before somebody has signed in there is nothing to carry, and nobody to do it.
  const { data: session } = useDesk('session.get', {}, ['session']);
  const carries = session !== undefined && session.user !== null;
  return (
    <ul className={styles.facts}>
      <li className={styles.first}>{useLineSentence(status, now)}</li>
      <li>{useWaitingSentence(status, now)}</li>
      <li>{useScansSentence(status)}</li>
      <li>
        {status.backupAt === null ? t('backupNone') : t('backup', { time: since(localDateTime(status.backupAt), now) })}
      </li>
      <li>{useClockSentence(status.clock.offset)}</li>
      {carries && (
        <li>
          <Courier waiting={status.waiting.events + status.waiting.heard} />
        </li>
      )}
    </ul>
  );
}

function useLineSentence({ line }: Status, now: string): string {
  const t = useTranslations('lineFacts');
  const say = useSay();
  switch (line.state) {
    case 'up':
      return line.since === null ? t('up') : t('upSince', { time: since(line.since, now) });
    case 'sending':
      return t('sending', { left: line.left, of: line.of });
    case 'receiving':
      return t('receiving', { left: line.left, of: line.of });
    case 'down':
    case 'stopped': {
      const words = t(line.state, { time: since(line.since, now) });
      // That the line is down needs no more words than those.
      if (line.code === null || line.code === 'DT-01' || !isProblemCode(line.code)) return words;
      const { what, safe, todo } = problemText(line.code);
      return `${words} ${say(what)} ${say(safe)} ${say(todo)}`;
    }
    case 'not-enrolled':
      return t('notEnrolled');
    case 'sealed':
      return t('sealed');
  }
}

function useWaitingSentence({ waiting }: Status, now: string): string {
  const t = useTranslations('lineFacts');
  if (waiting.oldest === null || waiting.events === 0) return t('waitingNone');
  return t('waiting', { n: waiting.dossiers, events: waiting.events, time: since(waiting.oldest, now) });
}

function useScansSentence({ scans }: Status): string {
  const t = useTranslations('lineFacts');
  const aside = scans.setAside === 0 ? [] : [t('scansSetAside', { n: scans.setAside })];
  const waiting = scans.waiting === 0 ? [] : [t('scans', { n: scans.waiting })];
  const said = [...waiting, ...aside].join(' ');
  return said === '' ? t('scansNone') : said;
}

function useClockSentence(offset: number | null): string {
  const t = useTranslations('lineFacts');
  const difference = clockDifference(offset);
  switch (difference.kind) {
    case 'unknown':
      return t('clockUnknown');
    case 'same':
      return t('clockSame');
    case 'seconds':
    case 'minutes':
      return t('clockOff', { by: t(difference.kind, { n: difference.n }) });
  }
}
