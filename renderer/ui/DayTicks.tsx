import type { ReactNode } from 'react';
import styles from './DayTicks.module.css';
import type { DayTick } from './day-groups.ts';

/** px; a strip of more ticks than fit is drawn closer together. */
const WIDEST = 120;
const PITCH = 4;
const height = 18;

/**
 * The day strip of a list: 3 px a working day. Past filled, left outlined, paused short at the foot, overdue taller
 * and set apart. The words beside it say the same.
 */
export function DayTicks({ ticks }: { readonly ticks: readonly DayTick[] }): ReactNode {
  const firstOver = ticks.indexOf('over');
  const apart = firstOver > 0 ? 2 : 0;
  const pitch = Math.min(PITCH, (WIDEST - apart) / Math.max(1, ticks.length));
  const bar = pitch === PITCH ? 3 : pitch * 0.72;
  const width = ticks.length * pitch + apart;
  return (
    <svg className={styles.ticks} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ticks.map((tick, index) => {
        const x = index * pitch + (tick === 'over' ? apart : 0);
        const key = `${index}${tick}`;
        switch (tick) {
          case 'past':
            return <rect key={key} x={x} y="2" width={bar} height="14" className={styles.past} />;
          case 'left':
            return <rect key={key} x={x + 0.5} y="2.5" width={bar - 1} height="13" className={styles.left} />;
          case 'paused':
            return <rect key={key} x={x} y="13" width={bar} height="3" className={styles.paused} />;
          case 'over':
            return <rect key={key} x={x} y="0" width={bar} height="18" className={styles.over} />;
        }
      })}
    </svg>
  );
}
