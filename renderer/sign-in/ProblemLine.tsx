import type { ReactNode } from 'react';
import styles from './ProblemLine.module.css';
import type { DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { Icon } from '../ui/Icon.tsx';
import { cx } from '../ui/cx.ts';

export interface ProblemLineProps {
  readonly problem: DeskProblem | null;
  /** Said instead while something lasts. */
  readonly waiting?: string | null;
  /** Where the usual sentence does not hold on this screen: what is safe, and what to do. */
  readonly instead?: Readonly<Partial<Record<string, { readonly safe: string; readonly todo: string }>>>;
  /** Buttons that settle it. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

/** What went wrong, what is safe, what to do, and the code, below the control it belongs to; announced politely. */
export function ProblemLine({
  problem,
  waiting = null,
  instead = {},
  actions,
  className,
}: ProblemLineProps): ReactNode {
  return (
    <div className={className} aria-live="polite">
      {waiting !== null && <p className={styles.waiting}>{waiting}</p>}
      {waiting === null && problem !== null && <Sentences problem={problem} instead={instead} actions={actions} />}
    </div>
  );
}

interface SentencesProps extends Required<Pick<ProblemLineProps, 'instead' | 'actions'>> {
  readonly problem: DeskProblem;
}

function Sentences({ problem, instead, actions }: SentencesProps): ReactNode {
  const say = useSay();
  const { what, safe, todo } = problem.sentences;
  const own = instead[problem.code];
  const grave = isTrouble(problem.code);
  return (
    <div className={cx(styles.problem, grave && styles.grave)}>
      <Icon name={grave ? 'triangle' : 'exclaim'} className={styles.sign} />
      <p className={styles.text}>
        <b className={styles.what}>{say(what)}</b> {own?.safe ?? say(safe)} {own?.todo ?? say(todo)}
      </p>
      <span className={styles.code}>{problem.code}</span>
      {actions !== undefined && <span className={styles.actions}>{actions}</span>}
    </div>
  );
}

/** Son is for real trouble: storage, and faults of the program. A wrong password is nghệ. */
export function isTrouble(code: string): boolean {
  return code === 'GN-03' || code === 'GN-05' || (code.startsWith('LT-') && code !== 'LT-02');
}
