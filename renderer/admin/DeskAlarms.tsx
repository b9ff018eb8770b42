import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Alarm } from '../../contract/kept-apart.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import styles from './DeskPanel.module.css';
import { moment } from './desk-words.ts';

/** So many are shown, the newest. */
const SHOWN = 5;

/** What the province was alarmed by in a desk's logs (báo động), and what an administrator does about it; nothing where there is none. */
export function DeskAlarms({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  if (alarms.length === 0) return null;
  return (
    <OutcomePart label={t('alarms', { n: alarms.length })}>
      <ul className={styles.troubles}>
        {alarms.slice(0, SHOWN).map(({ log, seq, hash, reason, at }) => (
          <li key={`${log} ${seq} ${hash} ${reason}`}>
            {moment(at)}:{' '}
            {isProblemCode(reason) ? `${say(problemText(reason).what)} ${say(problemText(reason).todo)}` : reason}
          </li>
        ))}
      </ul>
      {alarms.length > SHOWN && <p className={styles.small}>{t('alarmsMore', { n: alarms.length - SHOWN })}</p>}
    </OutcomePart>
  );
}
