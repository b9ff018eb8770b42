import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PaperState } from './PaperMark.tsx';
import styles from './PaperWord.module.css';
import { cx } from './cx.ts';

/** The word of a paper's state: what is missing or not right is in nghệ. */
export function PaperWord({
  state,
  strong = false,
}: {
  readonly state: PaperState;
  readonly strong?: boolean;
}): ReactNode {
  const t = useTranslations('paper');
  const soon = state === 'missing' || state === 'wrong';
  return <span className={cx(soon && styles.soon, soon && strong && styles.strong)}>{t(state)}</span>;
}
