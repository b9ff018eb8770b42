import type { ReactNode } from 'react';
import styles from './DayTicks.module.css';
import type { DayTick } from './day-groups.ts';

const pitch = 4;
const height = 18;

/**
 * The day strip of a list: 3 px a working day. Past filled, left outlined, paused short at the foot, overdue taller
 * and set apart. The words beside it say the same.
 */
export function DayTicks({ ticks }: { readonly ticks: readonly DayTick[] }): ReactNode {
  const firstOver = ticks.indexOf('over');
  const apart = firstOver > 0 ? 2 : 0;
  const width = ticks.length * pitch + apart;
  return (
    <svg className={styles.ticks} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ticks.map((tick, index) => {
        const x = index * pitch + (tick === 'over' ? apart : 0);
        const key = `${index}${tick}`;
        switch (tick) {
          case 'past':
            return <rect key={key} x={x} y="2" width="3" height="14" className={styles.past} />;
          case 'left':
            return <rect key={key} x={x + 0.5} y="2.5" width="2" height="13" className={styles.left} />;
          case 'paused':
            return <rect key={key} x={x} y="13" width="3" height="3" className={styles.paused} />;
          case 'over':
            return <rect key={key} x={x} y="0" width="3" height="18" className={styles.over} />;
        }
      })}
    </svg>
  );
}
