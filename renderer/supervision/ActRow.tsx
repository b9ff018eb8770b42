import type { ReactNode } from 'react';
import { Keycap } from '../ui/Keycap.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut, type KeyAction } from '../ui/keys.ts';
import styles from './Board.module.css';

/** Something that can be done from the board, with what stands behind it in small and its key. */
export function ActRow({
  action,
  title,
  fact,
  onPress,
}: {
  readonly action: KeyAction;
  readonly title: string;
  readonly fact: string;
  readonly onPress: () => void;
}): ReactNode {
  useKey(action, onPress, { name: title });
  return (
    <button type="button" className={styles.way} aria-keyshortcuts={keyShortcut(action)} onClick={onPress}>
      <span>{title}</span>
      <span className={styles.quiet}>{fact}</span>
      <Keycap action={action} className={styles.wayKey} />
    </button>
  );
}
