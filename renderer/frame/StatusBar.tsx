import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './StatusBar.module.css';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { LineMark, type LineState } from '../ui/LineMark.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut } from '../ui/keys.ts';

/** One sentence of a board: about to pass the limit, or past it. */
export interface StatusAlert {
  readonly tone: 'soon' | 'trouble';
  readonly words: string;
}

export interface StatusBarProps {
  readonly line: LineState;
  /** Plain sentences behind the line; with them it can be pressed. */
  readonly lineFacts?: ReactNode;
  readonly printer: { readonly state: 'ready' | 'none' | 'unknown'; readonly name: string | null };
  /** Of the hall's ticket printers, what keeps one from printing. */
  readonly tickets?: string | null;
  /** How many things need attention. */
  readonly attention: number;
  readonly onAttention?: () => void;
  readonly alert?: StatusAlert;
  /** Opens the board it comes from. */
  readonly onAlert?: () => void;
  /** "10:42", "Thứ Hai 23/11/2026" */
  readonly time: string;
  readonly day: string;
  /** Said beside the clock where it is wrong. */
  readonly clockWarning?: string | null | undefined;
}

/** Line left, clock right; attention opens the tray. */
export function StatusBar(props: StatusBarProps): ReactNode {
  const { line, printer, tickets = null, attention, onAttention } = props;
  const t = useTranslations();
  const spoken = useLineSentence(line);
  useKey('attention', onAttention, { name: t('keys.attention') });
  const count = t('attention.count', { n: attention });
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        {props.lineFacts === undefined ? (
          <LineMark line={line} />
        ) : (
          <LineButton line={line}>{props.lineFacts}</LineButton>
        )}
        <Spoken>{spoken}</Spoken>
      </div>
      <div role="status" className={styles.alertBox}>
        {props.alert !== undefined && <Alert alert={props.alert} onOpen={props.onAlert} />}
      </div>
      <span className={styles.cell}>
        <Icon name="printer" className={styles.sign} />
        {printer.state === 'ready' ? t('printer.ready', { name: printer.name ?? '' }) : t(`printer.${printer.state}`)}
      </span>
      {tickets !== null && (
        <span className={cx(styles.cell, styles.soon)} role="status">
          <Icon name="printer" />
          {tickets}
        </span>
      )}
      {attention === 0 || onAttention === undefined ? (
        <span className={styles.cell}>
          <Icon name={attention === 0 ? 'check' : 'flag'} className={styles.sign} />
          {attention === 0 ? t('attention.none') : count}
        </span>
      ) : (
        <button
          type="button"
          className={styles.attention}
          aria-keyshortcuts={keyShortcut('attention')}
          onClick={onAttention}
        >
          <Icon name="flag" />
          {count}
          <Keycap action="attention" />
        </button>
      )}
      <span className={styles.cell}>
        {props.clockWarning !== null && props.clockWarning !== undefined && (
          <span className={styles.warning}>{props.clockWarning}</span>
        )}
        <b className={styles.time}>{props.time}</b>
        {props.day}
      </span>
    </div>
  );
}

function Alert({
  alert: { tone, words },
  onOpen,
}: {
  readonly alert: StatusAlert;
  readonly onOpen: (() => void) | undefined;
}): ReactNode {
  const inside = (
    <>
      <Icon name={tone === 'soon' ? 'clock' : 'triangle'} />
      <span className={styles.alertWords}>{words}</span>
    </>
  );
  return onOpen === undefined ? (
    <span className={cx(styles.alert, styles[tone])}>{inside}</span>
  ) : (
    <button type="button" className={cx(styles.alert, styles[tone])} onClick={onOpen}>
      {inside}
    </button>
  );
}

function LineButton({ line, children }: { readonly line: LineState; readonly children: ReactNode }): ReactNode {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useKey('back', close, { when: open });
  return (
    <div
      className={styles.lineBox}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.lineButton}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <LineMark line={line} />
      </button>
      <div id={id} className={styles.popover} hidden={!open} role="region" aria-label={t('lineFacts')}>
        {children}
      </div>
    </div>
  );
}

function useLineSentence(line: LineState): string {
  const t = useTranslations('line');
  switch (line.state) {
    case 'up':
    case 'sending':
    case 'receiving':
      return t('up');
    case 'down':
      return `${t('down', { time: line.since })}. ${t('downSafe')}`;
    case 'stopped':
      return `${t('stopped')}. ${line.reason}`;
    case 'notEnrolled':
      return t('notEnrolled');
    case 'sealed':
      return t('sealed');
  }
}
