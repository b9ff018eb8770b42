import type { ReactNode } from 'react';
import type { TicketsAsked } from '../../contract/desk/board.ts';
import { cx } from '../ui/cx.ts';
import type { OpenTickets } from './look.ts';
import styles from './Board.module.css';

export interface HeadFigure {
  readonly key: string;
  readonly figure: string;
  readonly label: string;
  readonly tone?: 'soon' | 'trouble' | null;
  /** The tickets behind it; none: it cannot be opened. */
  readonly part?: Partial<TicketsAsked>;
  /** What else stands behind it. */
  readonly onOpen?: () => void;
}

/** The figures over a board, side by side; each opens the tickets behind it. */
export function HeadFigures({
  figures,
  onTickets,
  small = false,
}: {
  readonly figures: readonly HeadFigure[];
  readonly onTickets?: OpenTickets;
  /** Figures of the size of a title: where the room is for the rows. */
  readonly small?: boolean;
}): ReactNode {
  return (
    <div className={cx(styles.figures, small && styles.smallFigures)}>
      {figures.map(({ key, figure, label, tone = null, part, onOpen }) => {
        const open = onOpen ?? (part === undefined || onTickets === undefined ? null : () => onTickets(part));
        const inside = (
          <>
            <span className={cx(styles.figure, tone !== null && styles[tone])}>{figure}</span>
            <span className={styles.figureLabel}>{label}</span>
          </>
        );
        return open === null ? (
          <div key={key} className={styles.figureBox}>
            {inside}
          </div>
        ) : (
          <button key={key} type="button" className={styles.figureBox} onClick={open}>
            {inside}
          </button>
        );
      })}
    </div>
  );
}
