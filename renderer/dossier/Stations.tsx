import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { cx } from '../ui/cx.ts';
import styles from './Stations.module.css';
import { StandReasons } from './StandReasons.tsx';
import { stationsOf } from './stations.ts';

/** The three places a dossier's events come to: this machine, sent, the provincial system; and one sentence. */
export function Stations({
  stand,
  said,
}: {
  readonly stand: CallOutput<'dossier.get'>['stand'];
  /** Codes of what the page says already, with its own words. */
  readonly said: readonly string[];
}): ReactNode {
  const t = useTranslations('dossier');
  const { stations, waiting } = stationsOf(stand);
  return (
    <>
      <ol className={styles.stations}>
        {stations.map((station) => (
          <li
            key={station.key}
            className={cx(styles.station, styles[station.fill], station.fill !== 'empty' && styles.reached)}
          >
            <svg className={styles.dot} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
              <circle cx="6" cy="6" r="5" />
              {station.fill === 'part' && <circle cx="6" cy="6" r="2" className={styles.centre} />}
            </svg>
            <span className={styles.word}>{t(`station.${station.key}`)}</span>
            <span className={styles.count}>{t('events', { n: station.events })}</span>
          </li>
        ))}
      </ol>
      <p className={styles.sentence}>{t(`whereSentence.${stand.state}`, { n: waiting })}</p>
      <StandReasons reasons={stand.reasons.filter(({ code }) => !said.includes(code))} />
      {stand.scans.waiting > 0 && <p className={styles.sentence}>{t('scansWaiting', { n: stand.scans.waiting })}</p>}
      {stand.scans.setAside > 0 && <p className={styles.sentence}>{t('scansSetAside', { n: stand.scans.setAside })}</p>}
    </>
  );
}
