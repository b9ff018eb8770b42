import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskTicket } from '../../contract/desk/screens.ts';
import { waitInSentence } from '../../domain/voice/wait-words.ts';
import { useSay } from '../app/say.ts';
import { QrCode } from '../ui/QrCode.tsx';
import { cx } from '../ui/cx.ts';
import { clock } from '../ui/format.ts';
import styles from './Kiosk.module.css';
import { KioskIcon } from './KioskIcon.tsx';

/** The number that was taken, as large as the screen allows; where there is no paper, this is the ticket. */
export function DoneView(props: { readonly ticket: KioskTicket; readonly onFinish: () => void }): ReactNode {
  const t = useTranslations('kiosk');
  const say = useSay();
  const { number, ahead, wait, booked, printed, url } = props.ticket;
  const facts =
    booked === null
      ? [
          { label: t('ahead'), value: ahead === 0 ? t('noOne') : t('people', { n: ahead }) },
          { label: t('wait'), value: wait === null ? t('waitUnknown') : say(waitInSentence(wait)) },
        ]
      : [
          { label: t('booked'), value: clock(booked.at) },
          { label: t('calledFrom'), value: clock(booked.from) },
        ];
  return (
    <div className={cx(styles.start, styles.done)}>
      <div className={styles.ticket}>
        <p className={styles.said}>{t('yourNumber')}</p>
        <p className={styles.number} data-long={number.length > 4}>
          {number}
        </p>
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {url !== null && !printed && (
          <div className={styles.phone}>
            <QrCode text={url} label={t('phone')} />
            <p>{t('phone')}</p>
          </div>
        )}
      </div>
      <div className={styles.also}>
        <p className={styles.note}>{printed ? t('listen') : t('noPaperHint')}</p>
        <button type="button" className={cx(styles.second, styles.main1)} onClick={props.onFinish}>
          <KioskIcon name="check" />
          <span>{t('finish')}</span>
        </button>
      </div>
    </div>
  );
}
