import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { minutes } from '../ui/format.ts';
import { cx } from '../ui/cx.ts';
import { toneOf, type Limits } from './look.ts';
import styles from './Board.module.css';

type Waits = OfficeBoard['series'][number]['waits'];

/** Everybody who waits, by the minutes they have waited: a dot, a diamond with priority; the limit as a dashed line. */
export function WaitDots({
  waits,
  span,
  limits,
}: {
  readonly waits: Waits;
  /** Seconds from left to right. */
  readonly span: number;
  readonly limits: Limits;
}): ReactNode {
  const t = useTranslations('board');
  const { limit } = limits;
  const at = (seconds: number): string => `${((100 * Math.min(seconds, span)) / span).toFixed(2)}%`;
  const spoken =
    waits.length === 0
      ? t('none')
      : t('dots', { n: waits.length, waits: waits.map(({ seconds }) => minutes(seconds / 60)).join(', ') });
  return (
    <svg className={styles.track} role="img" aria-label={spoken}>
      <line x1="0" x2="100%" y1="50%" y2="50%" className={styles.rule} />
      <line x1={at(limit)} x2={at(limit)} y1="0" y2="100%" className={styles.limitLine} />
      {waits.map(({ ticket, seconds, priority }) => {
        const tone = toneOf(seconds, limits);
        const look = cx(styles.dot, tone !== null && styles[`${tone}Dot`]);
        return priority === null ? (
          <circle key={ticket} cx={at(seconds)} cy="50%" r="6" className={look} />
        ) : (
          <svg key={ticket} x={at(seconds)} y="50%" overflow="visible">
            <path d="M0-7 7 0 0 7-7 0z" className={look} />
          </svg>
        );
      })}
    </svg>
  );
}

/** The minutes over the dots. */
export function MinuteAxis({ span, limit }: { readonly span: number; readonly limit: number }): ReactNode {
  const t = useTranslations('board');
  const step = span > 3600 ? 1200 : 600;
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, nth) => nth * step);
  const place = (seconds: number): { insetInlineStart: string } => ({ insetInlineStart: `${(100 * seconds) / span}%` });
  return (
    <span className={styles.scale} role="img" aria-label={t('minutes')}>
      {ticks
        .filter((seconds) => Math.abs(seconds - limit) >= step / 2)
        .map((seconds) => (
          <span key={seconds} style={place(seconds)}>
            {minutes(seconds / 60)}
          </span>
        ))}
      <b style={place(limit)}>{t('limit', { n: limit / 60 })}</b>
    </span>
  );
}
