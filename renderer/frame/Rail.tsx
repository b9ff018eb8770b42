import type { ReactNode } from 'react';
import styles from './Rail.module.css';
import { Keycap } from '../ui/Keycap.tsx';
import type { KeyAction } from '../ui/keys.ts';

export interface RailProps {
  /** {@link TicketBlock} */
  readonly ticket: ReactNode;
  /** Lists; they scroll where the window is low. */
  readonly children: ReactNode;
  /** "Gọi số kế tiếp" */
  readonly next?: ReactNode;
  /** Drafts. */
  readonly foot?: ReactNode;
}

/** Who waits. Always there for a counter, on every workspace. */
export function Rail({ ticket, children, next, foot }: RailProps): ReactNode {
  return (
    <>
      <div className={styles.ticket}>{ticket}</div>
      <div className={styles.lists}>{children}</div>
      {next !== undefined && <div className={styles.next}>{next}</div>}
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </>
  );
}

export interface RailGroupProps {
  readonly head: string;
  /** Right of the head: "lâu nhất 14 phút". */
  readonly aside?: string;
  readonly action?: KeyAction;
  /** Other counters' rows: quieter. */
  readonly quiet?: boolean;
  /** List items. */
  readonly children: ReactNode;
}

export function RailGroup({ head, aside, action, quiet = false, children }: RailGroupProps): ReactNode {
  return (
    <section className={quiet ? styles.quiet : styles.group} aria-label={head}>
      <div className={styles.head}>
        <h2 className={styles.headWord}>{head}</h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        {action !== undefined && <Keycap action={action} />}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

/** A line of the rail's foot: a name and a time. */
export function RailLine({
  words,
  aside,
  onOpen,
}: {
  readonly words: string;
  readonly aside: string;
  readonly onOpen?: () => void;
}): ReactNode {
  const inside = (
    <>
      <span className={styles.words}>{words}</span>
      <span>{aside}</span>
    </>
  );
  return (
    <li>
      {onOpen === undefined ? (
        <span className={styles.line}>{inside}</span>
      ) : (
        <button type="button" className={styles.line} onClick={onOpen}>
          {inside}
        </button>
      )}
    </li>
  );
}
