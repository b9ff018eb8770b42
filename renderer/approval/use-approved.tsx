import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Approval } from '../../contract/desk/approval.ts';
import { lawWords, type LawBreak } from '../../domain/dossier/law.ts';
import { problemOf, type DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { ApprovalBox } from './ApprovalBox.tsx';

export interface ApprovedWords {
  readonly title: string;
  readonly safe: string;
  readonly act: string;
}

export interface Approved {
  /** Tries without an approval first; a limit of the law asks for one. Does nothing while one is under way. */
  readonly run: () => void;
  readonly pending: boolean;
  /** What the desk refused for another reason. */
  readonly problem: DeskProblem | null;
  /** Stands over the screen while an approval is asked for. */
  readonly box: ReactNode;
}

/**
 * A write that may go past a limit of the law. The desk says which (HS-02); the question then says the rule first and
 * writes again with the approval of a supervisor.
 */
export function useApproved<T>(
  write: (approval: Approval | null) => Promise<T>,
  words: ApprovedWords,
  done: (value: T) => void,
): Approved {
  const say = useSay();
  const [broken, setBroken] = useState<readonly LawBreak[]>([]);
  const first = useMutation({
    mutationFn: () => write(null),
    onSuccess: done,
    onError: (error) => setBroken(breaksOf(problemOf(error))),
  });
  const problem = first.error === null ? null : problemOf(first.error);
  return {
    run: () => {
      if (!first.isPending) first.mutate();
    },
    pending: first.isPending,
    problem: problem === null || breaksOf(problem).length > 0 ? null : problem,
    box: broken.length > 0 && (
      <ApprovalBox
        {...words}
        rules={broken.map((each) => say(lawWords[each]))}
        onSafe={() => setBroken([])}
        onApprove={async (approval) => {
          const value = await write(approval);
          setBroken([]);
          done(value);
        }}
      />
    ),
  };
}

/** The limits a refusal names; none where it was refused for something else. */
function breaksOf({ code, params }: DeskProblem): LawBreak[] {
  if (code !== 'HS-02') return [];
  return (params['breaks'] ?? '').split(' ').filter(isLawBreak);
}

function isLawBreak(text: string): text is LawBreak {
  return Object.hasOwn(lawWords, text);
}
