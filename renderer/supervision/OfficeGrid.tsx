import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardOffice } from '../../contract/board.ts';
import { clock, dayMonth, minutes } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { cx } from '../ui/cx.ts';
import { shortName } from './look.ts';
import styles from './Province.module.css';

/** Offices whose longest wait is below this show no trend: it is noise there. Seconds. */
const TREND_FROM = 600;
const COLUMNS = 4;

/**
 * All offices in columns read downwards, the worst first. One tab stop: up and down within a column, left and right
 * between columns.
 */
export function OfficeGrid({
  offices,
  current,
  onCurrent,
  at,
}: {
  readonly offices: readonly BoardOffice[];
  readonly current: string | null;
  readonly onCurrent: (office: string) => void;
  readonly at: string;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const box = useRef<HTMLDivElement>(null);
  const rows = Math.ceil(offices.length / COLUMNS);
  const index = Math.max(
    0,
    offices.findIndex(({ office }) => office === current),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      ArrowRight: index + rows,
      ArrowLeft: index - rows,
      Home: 0,
      End: offices.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = offices[Math.max(0, Math.min(offices.length - 1, step))];
    if (next === undefined) return;
    onCurrent(next.office);
    box.current?.querySelector<HTMLElement>(`[data-office="${CSS.escape(next.office)}"]`)?.focus();
  };
  const top = offices.reduce((most, { trend }) => Math.max(most, ...trend.map(({ longest }) => longest)), 1800);
  const columns = Array.from({ length: COLUMNS }, (_, nth) => offices.slice(nth * rows, (nth + 1) * rows));
  const [first] = offices.flatMap(({ trend }) => trend.map(({ from }) => from)).sort();
  return (
    <div
      ref={box}
      className={styles.grid}
      role="listbox"
      style={{ '--rows': rows } as CSSProperties}
      aria-label={t('list')}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {columns.map((column, nth) => (
        // The columns are places, not things: they have no key of their own.
        <div key={`column ${nth + 1}`} className={styles.column} role="presentation">
          <div className={styles.head} aria-hidden="true">
            <span>{t('unit')}</span>
            <span>{t('wait')}</span>
            <span>{t('longest')}</span>
            <span>{first === undefined ? '' : t('trend', { time: clock(first) })}</span>
          </div>
          {column.map((office) => (
            <OfficeLine
              key={office.office}
              office={office}
              isCurrent={office.office === current}
              isStop={offices[index]?.office === office.office}
              top={top}
              at={at}
              onChoose={() => onCurrent(office.office)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function OfficeLine({
  office,
  isCurrent,
  isStop,
  top,
  at,
  onChoose,
}: {
  readonly office: BoardOffice;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly top: number;
  readonly at: string;
  readonly onChoose: () => void;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const { standing, heard, longest, waiting, name } = office;
  const isStale = standing === 'stale';
  const age = useAge(heard, at);
  return (
    <div
      role="option"
      aria-selected={isCurrent}
      data-office={office.office}
      tabIndex={isStop ? 0 : -1}
      className={cx(styles.line, styles[standing])}
      onClick={onChoose}
    >
      <span className={styles.sign}>
        {standing === 'over' && <Icon name="triangle" />}
        {standing === 'near' && <Icon name="clock" />}
        <span className={styles.spoken}>{t(`state.${standing}`)}</span>
      </span>
      <span className={styles.name}>{shortName(name)}</span>
      {isStale ? (
        <span className={styles.old}>{age}</span>
      ) : (
        <>
          <span className={styles.number}>
            <span className={styles.spoken}>{t('wait')} </span>
            {waiting}
          </span>
          <b className={styles.number}>
            {longest !== null && <span className={styles.spoken}>{t('longest')} </span>}
            {longest === null ? '' : minutes(longest / 60)}
          </b>
          {(longest ?? 0) >= TREND_FROM && <TrendMark trend={office.trend} top={top} />}
        </>
      )}
    </div>
  );
}

/** When its figures are of: the clock today, with the day where it is another. */
function useAge(heard: string | null, at: string): string {
  const t = useTranslations('provinceBoard');
  if (heard === null) return t('staleNever');
  const time = clock(heard);
  return heard.slice(0, 10) === at.slice(0, 10)
    ? t('staleAt', { time })
    : t('staleDay', { time, day: dayMonth(heard) });
}

const WIDE = 6;
const HIGH = 18;
/** As many half hours as fit. */
const BARS = 9;

/** The day's longest waits by half hour, one scale for all offices. */
function TrendMark({ trend, top }: { readonly trend: BoardOffice['trend']; readonly top: number }): ReactNode {
  const bars = trend.slice(-BARS);
  return (
    <svg className={styles.trend} viewBox={`0 0 ${BARS * WIDE} ${HIGH}`} aria-hidden="true">
      {bars.map(({ from, longest }, nth) => {
        const high = Math.max(1, (HIGH * longest) / top);
        return <rect key={from} x={nth * WIDE} y={HIGH - high} width={WIDE - 1} height={high} />;
      })}
    </svg>
  );
}
