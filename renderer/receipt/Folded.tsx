import type { ReactNode } from 'react';
import { Keycap } from '../ui/Keycap.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut } from '../ui/keys.ts';
import styles from './Receipt.module.css';

export interface FoldedProps {
  readonly n: 1 | 2;
  readonly title: string;
  readonly onUnfold: () => void;
  readonly children: ReactNode;
}

/** A part that is done, as one line, when a list needs the room. Its key opens it again. */
export function Folded({ n, title, onUnfold, children }: FoldedProps): ReactNode {
  const action = n === 1 ? 'part1' : 'part2';
  useKey(action, onUnfold, { name: title });
  return (
    <section className={styles.folded} aria-label={title}>
      <h2 className={styles.foldedTitle}>
        {n} {title}
      </h2>
      <button type="button" className={styles.foldedLine} aria-keyshortcuts={keyShortcut(action)} onClick={onUnfold}>
        <span className={styles.foldedWords}>{children}</span>
        <Keycap action={action} />
      </button>
    </section>
  );
}
