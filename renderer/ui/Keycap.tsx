import type { ReactNode } from 'react';
import styles from './Keycap.module.css';
import { cx } from './cx.ts';
import { keyLabel, type KeyAction } from './keys.ts';

export interface KeycapProps {
  readonly action: KeyAction;
  /** Inside a control the key is plain; free-standing it is framed. */
  readonly plain?: boolean;
  readonly className?: string | undefined;
}

/** The key of something, for the eyes only: screen readers get `aria-keyshortcuts`. */
export function Keycap({ action, plain = false, className }: KeycapProps): ReactNode {
  return (
    <kbd className={cx(styles.keycap, !plain && styles.framed, className)} data-keycap="" aria-hidden="true">
      {keyLabel(action)}
    </kbd>
  );
}
