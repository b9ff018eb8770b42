import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskView } from '../../contract/desk/screens.ts';
import { scores, type Score } from '../../domain/ticket/events.ts';
import styles from './Kiosk.module.css';
import { BackButton } from './PriorityView.tsx';
import type { KioskAct } from './state.ts';

type ToRate = KioskView['toRate'][number];

/** How content a citizen was (mức độ hài lòng): the own number among those just served, then one of three answers. */
export function RateView({
  toRate,
  rating,
  act,
  onRate,
}: {
  readonly toRate: readonly ToRate[];
  /** The number that was touched. */
  readonly rating: ToRate | null;
  readonly act: (act: KioskAct) => void;
  readonly onRate: (ticket: string, score: Score) => void;
}): ReactNode {
  const t = useTranslations('kiosk');
  return (
    <div className={styles.start}>
      {rating === null ? (
        <>
          <p className={styles.question}>{t('rateWhich')}</p>
          <ul className={styles.numbers} aria-label={t('rateWhich')}>
            {toRate.map((each) => (
              <li key={each.ticket}>
                <button
                  type="button"
                  className={styles.numberButton}
                  onClick={() => act({ kind: 'rateFor', ticket: each })}
                >
                  {each.number}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className={styles.question}>
            <span className={styles.line}>
              {t('yourNumber')} <b>{rating.number}</b>
            </span>
            <span className={styles.line}>{t('rateHow')}</span>
          </p>
          <ul className={styles.scores} aria-label={t('rateHow')}>
            {scores.map((score) => (
              <li key={score}>
                <button type="button" className={styles.numberButton} onClick={() => onRate(rating.ticket, score)}>
                  {t(`scores.${score}`)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.also}>
        <p className={styles.note}>{t('rateNote')}</p>
        <BackButton onPress={() => act({ kind: 'open', step: rating === null ? 'start' : 'rate' })} />
      </div>
    </div>
  );
}

export function ThanksView({ onFinish }: { readonly onFinish: () => void }): ReactNode {
  const t = useTranslations('kiosk');
  return (
    <div className={styles.start}>
      <p className={styles.question} role="status">
        {t('rateThanks')}
      </p>
      <div className={styles.also}>
        <BackButton onPress={onFinish} />
      </div>
    </div>
  );
}
