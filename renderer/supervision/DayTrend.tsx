import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { clock } from '../ui/format.ts';
import styles from './Province.module.css';

const HIGH = 64;
const WIDE = 264;
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
  const step = WIDE / Math.max(FEWEST, trend.length);
  const bar = Math.max(3, step * 0.78);
  const top = Math.max(limit * 1.15, ...trend.map(({ longest }) => longest));
  const y = (seconds: number): number => HIGH - (HIGH * seconds) / top;
  return (
    <OutcomePart label={t('halfHours')}>
      <svg
        className={styles.day}
        viewBox={`0 0 ${WIDE} ${HIGH + 22}`}
        role="img"
        aria-label={trend
          .map(({ from, longest }) => t('bar', { time: clock(from), n: Math.trunc(longest / 60) }))
          .join(', ')}
      >
        {trend.map(({ from, longest }, nth) => (
          <rect
            key={from}
            x={nth * step}
            y={y(longest)}
            width={bar}
            height={HIGH - y(longest)}
            className={longest > limit ? styles.barOver : styles.bar}
          />
        ))}
        <line x1="0" x2={WIDE} y1={HIGH} y2={HIGH} className={styles.base} />
        <line x1="0" x2={WIDE} y1={y(limit)} y2={y(limit)} className={styles.limit} />
        <text x="0" y={y(limit) - 5} className={styles.limitText}>
          {t('limit', { n: limit / 60 })}
        </text>
        <text x="0" y={HIGH + 17} className={styles.axis}>
          {clock(first.from)}
        </text>
        {trend.length > 3 && (
          <text x={(trend.length - 1) * step + bar} y={HIGH + 17} textAnchor="end" className={styles.axis}>
            {clock(last.from)}
          </text>
        )}
      </svg>
    </OutcomePart>
  );
}
