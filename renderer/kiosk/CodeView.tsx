import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../ui/cx.ts';
import styles from './Kiosk.module.css';
import { BackButton } from './PriorityView.tsx';
import { CODE_LENGTH, CODE_LETTERS, type Kiosk, type KioskAct } from './state.ts';

/** Typing the return code of a guidance slip whose barcode cannot be read. */
export function CodeView(props: {
  readonly kiosk: Pick<Kiosk, 'typed' | 'scan'>;
  readonly act: (act: KioskAct) => void;
  readonly onCode: (code: string) => void;
}): ReactNode {
  const t = useTranslations('kiosk');
  const { act, onCode } = props;
  const { typed, scan } = props.kiosk;
  const isWhole = typed.length === CODE_LENGTH;
  return (
    <div className={styles.start}>
      {/* No higher than the hint it stands for: the keys below fill the screen. */}
      {scan === 'bad' ? (
        <p className={styles.warning} role="alert">
          {t('codeBad')}
        </p>
      ) : (
        <p className={styles.note}>{t('typeCodeHint')}</p>
      )}
      <p className={styles.typed} aria-label={t('codeTyped')} role="status">
        {`QL ${typed.slice(0, 4).padEnd(4, '·')}-${typed.slice(4).padEnd(4, '·')}`}
      </p>
      <div className={styles.keys}>
        {CODE_LETTERS.split('').map((letter) => (
          <button
            key={letter}
            type="button"
            className={styles.key}
            disabled={isWhole}
            onClick={() => act({ kind: 'letter', letter })}
          >
            {letter}
          </button>
        ))}
      </div>
      <div className={styles.also}>
        <div className={styles.tiles}>
          <BackButton onPress={() => act({ kind: 'open', step: 'start' })} />
          <button type="button" className={styles.second} onClick={() => act({ kind: 'erase' })}>
            {t('erase')}
          </button>
          <button
            type="button"
            className={cx(styles.second, styles.main1)}
            disabled={!isWhole}
            onClick={() => onCode(`QL ${typed.slice(0, 4)}-${typed.slice(4)}`)}
          >
            {t('useCode')}
          </button>
        </div>
      </div>
    </div>
  );
}
