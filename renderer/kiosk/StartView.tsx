import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskView } from '../../contract/desk/screens.ts';
import { waitInSentence } from '../../domain/voice/wait-words.ts';
import { useSay } from '../app/say.ts';
import { cx } from '../ui/cx.ts';
import styles from './Kiosk.module.css';
import { KioskIcon, type KioskIconName } from './KioskIcon.tsx';
import { paperKey, slipHints } from './reading.ts';
import type { Kiosk, KioskAct } from './state.ts';

export interface StartViewProps {
  readonly view: KioskView;
  readonly kiosk: Kiosk;
  readonly act: (act: KioskAct) => void;
  readonly onTake: (series: string) => void;
}

/** What people come for, a row each; below, the two who need something first; the card is nobody's duty. */
export function StartView({ view, kiosk, act, onTake }: StartViewProps): ReactNode {
  const t = useTranslations('kiosk');
  const say = useSay();
  const isTaking = kiosk.step === 'taking';
  const unknown = view.series.find(({ kind }) => kind === 'unknown');
  const rows = view.series.filter(({ kind }) => kind !== 'unknown');
  const priority = view.priorities.find(({ id }) => id === kiosk.priority);
  return (
    <div className={styles.start} aria-busy={isTaking}>
      {view.printer !== null && <p className={styles.warning}>{t(paperKey(view.printer))}</p>}
      <ul className={styles.rows} aria-label={t('fields')} data-many={rows.length > 8}>
        {rows.map((row) => (
          <li key={row.letter}>
            <SeriesButton row={row} disabled={isTaking} onPress={() => onTake(row.letter)} />
          </li>
        ))}
      </ul>
      <div className={styles.also}>
        <div className={styles.tiles}>
          {unknown !== undefined && (
            <Tile
              icon="hand"
              name={say(unknown.name)}
              hint={say(unknown.hint)}
              disabled={isTaking}
              onPress={() => onTake(unknown.letter)}
            />
          )}
          {priority === undefined ? (
            <Tile
              icon="diamond"
              name={t('priority')}
              hint={t('priorityHint')}
              disabled={isTaking}
              onPress={() => act({ kind: 'open', step: 'priority' })}
            />
          ) : (
            <Tile
              icon="diamond"
              chosen
              name={say(priority.name)}
              hint={t('dropPriority')}
              disabled={isTaking}
              onPress={() => act({ kind: 'priority', id: null })}
            />
          )}
        </div>
        <ScanStrip
          kiosk={kiosk}
          disabled={isTaking}
          onType={() => act({ kind: 'open', step: 'code' })}
          onRate={view.toRate.length === 0 ? null : () => act({ kind: 'open', step: 'rate' })}
        />
      </div>
    </div>
  );
}

function SeriesButton(props: {
  readonly row: KioskView['series'][number];
  readonly disabled: boolean;
  readonly onPress: () => void;
}): ReactNode {
  const t = useTranslations('kiosk');
  const say = useSay();
  const { letter, name, hint, served, wait, ahead } = props.row;
  return (
    <button type="button" className={styles.row} disabled={props.disabled} onClick={props.onPress}>
      <span className={styles.letter}>{letter}</span>
      <span className={styles.what}>
        <span className={styles.name}>{say(name)}</span>
        <span className={styles.hint}>{say(hint)}</span>
      </span>
      <span className={styles.queue}>
        <span className={styles.wait}>
          {served ? (wait === null ? '' : say(waitInSentence(wait))) : t('noCounter')}
        </span>
        <span className={styles.hint}>{ahead === 0 ? t('nobody') : t('waiting', { n: ahead })}</span>
      </span>
    </button>
  );
}

function Tile(props: {
  readonly icon: KioskIconName;
  readonly name: string;
  readonly hint: string;
  readonly chosen?: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={cx(styles.tile, props.chosen === true && styles.chosen)}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      <KioskIcon name={props.icon} />
      <span className={styles.what}>
        <span className={styles.tileName}>{props.name}</span>
        <span className={styles.hint}>{props.hint}</span>
      </span>
    </button>
  );
}

/** Below it is the scanner: what it read is said here, never whose it is. */
function ScanStrip(props: {
  readonly kiosk: Kiosk;
  readonly disabled: boolean;
  readonly onType: () => void;
  /** Null: nobody was served a moment ago. */
  readonly onRate: (() => void) | null;
}): ReactNode {
  const t = useTranslations('kiosk');
  const { scan, slip, gives } = props.kiosk;
  // Whoever has begun with a card or a slip is on the way in; with three things side by side each is short.
  const onRate = scan === 'none' ? props.onRate : null;
  const slipSaid = {
    papers: 'slipRead',
    result: 'resultReady',
    appointment: 'dueSlipRead',
    number: 'dueSlipRead',
  } as const;
  const [said, hint] = {
    none: [t('card'), t('cardHint')],
    card: [t('cardRead'), t('cardReadHint')],
    slip: [t(slipSaid[gives], { code: unbroken(slip ?? '') }), t(slipHints[gives])],
    bad: [t('codeBad'), t('codeBadHint')],
  }[scan];
  return (
    <div className={styles.strip}>
      <p className={styles.scan} data-scan={scan} role="status">
        <KioskIcon name={scan === 'none' ? 'card' : scan === 'bad' ? 'card' : 'check'} />
        <span className={styles.what}>
          <span className={styles.said}>{said}</span>
          {onRate === null && <span className={styles.hint}>{hint}</span>}
        </span>
      </p>
      <button type="button" className={styles.code} disabled={props.disabled} onClick={props.onType}>
        <KioskIcon name="slip" />
        <span>{t('code')}</span>
      </button>
      {onRate !== null && (
        <button type="button" className={styles.code} disabled={props.disabled} onClick={onRate}>
          <KioskIcon name="check" />
          <span>{t('rate')}</span>
        </button>
      )}
    </div>
  );
}

/** A code stays on one line: a space and a hyphen at which nothing breaks. */
const unbroken = (code: string): string => code.replaceAll(' ', '\u00a0').replaceAll('-', '\u2060-\u2060');
