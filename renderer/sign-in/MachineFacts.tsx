import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../../contract/desk/session.ts';
import type { Status } from '../../contract/desk/status.ts';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import styles from './MachineFacts.module.css';
import { SideFacts, type SideFact } from './TwoSides.tsx';
import { numberRanges, sinceMs } from './words.ts';

export interface MachineFactsProps {
  readonly session: Session;
  readonly status: Status;
}

/** What today is, what tomorrow is, which machine this is, and what of its work is not sent yet. */
export function MachineFacts({ session, status }: MachineFactsProps): ReactNode {
  const t = useTranslations('signIn');
  const say = useSay();
  const work = useWork(status);
  const { days, counter, deviceName } = session;
  const facts: SideFact[] = [];
  if (days !== null) {
    const { today, tomorrow } = days;
    facts.push({ label: t('today'), fact: <b>{say(today.title)}</b>, detail: say(today.detail) });
    facts.push({ label: t('tomorrow'), fact: <b>{say(tomorrow.title)}</b>, detail: say(tomorrow.detail) });
  }
  if (counter !== null) {
    const ranges = numberRanges(session.numbers).map((range) => t('range', range));
    facts.push({
      label: t('machine'),
      fact: t.rich('counterOn', { counter: counter.name, device: deviceName ?? '', b: (text) => <b>{text}</b> }),
      detail: ranges.length === 0 ? t('noNumbers') : t('numbers', { ranges: ranges.join(', ') }),
    });
  }
  facts.push({ label: t('work'), ...work });
  return <SideFacts facts={facts} />;
}

function useWork({ waiting, clock, backupAt }: Status): Omit<SideFact, 'label'> {
  const t = useTranslations('signIn');
  const say = useSay();
  const shown = useNow();
  const now = shown === '' ? clock.now : shown;
  const from = waiting.oldest === null ? '' : since(waiting.oldest, now);
  const bold = (text: ReactNode): ReactNode => <b>{text}</b>;
  const fact =
    waiting.dossiers > 0
      ? t.rich('dossiersWait', { n: waiting.dossiers, since: from, b: bold })
      : waiting.events > 0
        ? t.rich('eventsWait', { n: waiting.events, since: from, b: bold })
        : t('nothingWaits');
  const backup = backupAt === null ? t('noBackup') : t('backup', { time: sinceMs(backupAt, now) });
  const clockWords = clock.offset === null ? t('clockUnknown') : t('clockRight');
  const detail =
    clock.warning === null ? (
      `${backup} ${clockWords}`
    ) : (
      <>
        {backup} <span className={styles.warning}>{say(clock.warning)}</span>
      </>
    );
  return { fact, detail };
}
