import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskView } from '../../contract/desk/screens.ts';
import { useNow } from '../app/now.tsx';
import { cx } from '../ui/cx.ts';
import { QrCode } from '../ui/QrCode.tsx';
import { clock } from '../ui/format.ts';
import styles from './Kiosk.module.css';
import { KioskIcon, type KioskIconName } from './KioskIcon.tsx';
import type { Kiosk, KioskAct } from './state.ts';
import type { Reading } from './use-reading.ts';

export interface KioskFrameProps {
  readonly kiosk: Kiosk;
  readonly view: KioskView | undefined;
  readonly act: (act: KioskAct) => void;
  readonly reading: Reading;
  readonly children: ReactNode;
}

/** What never moves: whose hall and what time it is above, how the screen speaks and looks below. */
export function KioskFrame({ kiosk, view, act, reading, children }: KioskFrameProps): ReactNode {
  const t = useTranslations('kiosk');
  const now = useNow();
  return (
    <div className={cx(styles.kiosk, kiosk.isLow && styles.low)} onContextMenu={(event) => event.preventDefault()}>
      <header className={styles.head}>
        <div className={styles.headText}>
          <div className={styles.where}>
            <span>{view?.office ?? ''}</span>
            <span className={styles.time}>{clock(now)}</span>
          </div>
          <h1 className={styles.title}>{view === undefined ? '' : titleOf(kiosk, view, t)}</h1>
        </div>
        {kiosk.step === 'start' && view !== undefined && view.phoneDoor !== null && (
          <div className={styles.phoneDoor}>
            <p>{t('phoneDoor')}</p>
            <QrCode text={view.phoneDoor} label={t('phoneDoor')} />
          </div>
        )}
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.foot}>
        <FootButton
          icon={reading.isReading ? 'stop' : 'sound'}
          words={reading.isReading ? t('stopReading') : t('readAloud')}
          onPress={reading.isReading ? reading.stop : reading.start}
        />
        <FootButton
          icon={kiosk.isLow ? 'up' : 'down'}
          words={kiosk.isLow ? t('raise') : t('lower')}
          onPress={() => act({ kind: 'low' })}
        />
        <FootButton
          icon="contrast"
          words={kiosk.isBlack ? t('white') : t('black')}
          onPress={() => act({ kind: 'black' })}
        />
        <FootButton
          icon="globe"
          words={t('otherLanguage')}
          language={kiosk.language === 'vi' ? 'en' : 'vi'}
          onPress={() => act({ kind: 'language' })}
        />
      </footer>
    </div>
  );
}

function FootButton(props: {
  readonly icon: KioskIconName;
  readonly words: string;
  readonly language?: string;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button type="button" className={styles.footButton} lang={props.language} onClick={props.onPress}>
      <KioskIcon name={props.icon} />
      <span>{props.words}</span>
    </button>
  );
}

function titleOf(
  kiosk: Kiosk,
  view: KioskView,
  t: (
    key:
      | 'title'
      | 'done'
      | 'noPaper'
      | 'refused'
      | 'noHall'
      | 'closed'
      | 'choosePriority'
      | 'typeCode'
      | 'taking'
      | 'rateTitle'
      | 'rateThanksTitle',
  ) => string,
): string {
  if (kiosk.step === 'done') return kiosk.ticket?.printed === false ? t('noPaper') : t('done');
  if (kiosk.step === 'refused') return t('refused');
  if (view.state === 'none') return t('noHall');
  if (view.state === 'closed') return t('closed');
  switch (kiosk.step) {
    case 'priority':
      return t('choosePriority');
    case 'code':
      return t('typeCode');
    case 'rate':
      return t('rateTitle');
    case 'thanks':
      return t('rateThanksTitle');
    case 'taking':
      return t('taking');
    case 'start':
      return t('title');
  }
}
