import type { ReactNode } from 'react';
import { problemText, type ProblemCode } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { Notice } from '../ui/Notice.tsx';

export interface ProblemNoticeProps {
  readonly problem: { readonly code: ProblemCode; readonly params: Readonly<Record<string, string>> };
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

/** Not saved, or the disk: real trouble. The rest waits for somebody. */
const trouble = new Set<ProblemCode>(['LT-01', 'LT-03', 'LT-07', 'GN-03', 'GN-05', 'GN-01']);

/** A problem of the desk in place: what happened, what is safe, what to do. */
export function ProblemNotice({ problem, actions, className }: ProblemNoticeProps): ReactNode {
  const say = useSay();
  const { what, safe, todo } = problemText(problem.code, problem.params);
  return (
    <Notice
      tone={trouble.has(problem.code) ? 'trouble' : 'soon'}
      title={say(what)}
      code={problem.code}
      actions={actions}
      className={className}
    >
      {say(safe)} {say(todo)}
    </Notice>
  );
}
