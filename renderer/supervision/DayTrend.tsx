import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { clock } from '../ui/format.ts';
import styles from './DayTrend.module.css';

/** Fewer half hours do not fill the width: two people in the morning are no day. */
const FEWEST = 8;

/** The day by half hours, with the limit; bars that pass it have their own colour and end above the line. */
export function DayTrend({
  trend,
  limit,
}: {
  readonly trend: OfficeBoard['trend'];
  /** Seconds. */
  readonly limit: number;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const [first] = trend;
  const last = trend.at(-1);
  if (first === undefined || last === undefined) return null;
  const step = 100 / Math.max(FEWEST, trend.length);
  const top = Math.max(limit * 1.15, ...trend.map(({ longest }) => longest));
  const high = (seconds: number): string => `${((100 * seconds) / top).toFixed(2)}%`;
  const spoken = trend.map(({ from, longest }) => t('bar', { time: clock(from), n: Math.trunc(longest / 60) }));
  return (
    <OutcomePart label={t('halfHours')}>
      <div className={styles.chart} role="img" aria-label={spoken.join(', ')}>
        <svg className={styles.bars} aria-hidden="true">
          {trend.map(({ from, longest }, nth) => (
            <rect
              key={from}
              x={`${(nth * step).toFixed(2)}%`}
              y={`${(100 - (100 * longest) / top).toFixed(2)}%`}
              width={`${(step * 0.78).toFixed(2)}%`}
              height={high(longest)}
              className={longest > limit ? styles.over : styles.bar}
            />
          ))}
        </svg>
        <span className={styles.limit} style={{ insetBlockEnd: high(limit) }}>
          <span className={styles.limitText}>{t('limit', { n: limit / 60 })}</span>
        </span>
        <span className={styles.from}>{clock(first.from)}</span>
        {trend.length > 3 && (
          <span className={styles.to} style={{ insetInlineStart: `${((trend.length - 0.22) * step).toFixed(2)}%` }}>
            {clock(last.from)}
          </span>
        )}
      </div>
    </OutcomePart>
  );
}
