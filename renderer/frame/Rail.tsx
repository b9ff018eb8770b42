import type { ReactNode } from 'react';
import styles from './Rail.module.css';
import { cx } from '../ui/cx.ts';
import { Keycap } from '../ui/Keycap.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut, type KeyAction } from '../ui/keys.ts';

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
  action,
  onOpen,
}: {
  readonly words: string;
  readonly aside: string;
  /** The key that opens it, beside what it does: the aside says that then. */
  readonly action?: KeyAction;
  readonly onOpen?: () => void;
}): ReactNode {
  useKey(action, onOpen, { name: aside });
  const inside = (
    <>
      <span className={styles.words}>{words}</span>
      <span>
        {aside}
        {action !== undefined && <Keycap action={action} className={styles.lineKey} />}
      </span>
    </>
  );
  return (
    <li>
      {onOpen === undefined ? (
        <span className={styles.line}>{inside}</span>
      ) : (
        <button
          type="button"
          className={cx(styles.line, action !== undefined && styles.withKey)}
          aria-keyshortcuts={action === undefined ? undefined : keyShortcut(action)}
          onClick={onOpen}
        >
          {inside}
        </button>
      )}
    </li>
  );
}
