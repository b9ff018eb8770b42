import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallInput, CallOutput } from '../../contract/desk.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { adviceKey, type AdviceChoice } from './choice.ts';

export interface Telling {
  /** Keeps that it was told. */
  readonly tell: (choice: AdviceChoice) => void;
  /** The sheet on paper; kept first where it was not yet. */
  readonly print: (choice: AdviceChoice) => void;
  readonly told: boolean;
  readonly printing: boolean;
  readonly printed: CallOutput<'advice.print'> | null;
  readonly problem: DeskProblem | null;
}

/** What the panel tells the desk. One id for the same words, so that nothing is told twice. */
export function useTelling(): Telling {
  const known = useRef<{ readonly key: string; readonly id: string } | null>(null);
  const give = async (choice: AdviceChoice, way: CallInput<'advice.give'>['way']): Promise<string | null> => {
    const { code, caseId, channel, name, note } = choice;
    if (code === null || caseId === null) return null;
    const key = adviceKey(choice);
    const id = known.current?.key === key ? known.current.id : crypto.randomUUID();
    known.current = { key, id };
    const given = await desk('advice.give', { id, procedureCode: code, caseId, channel, name, note, way });
    return given.adviceId;
  };
  const telling = useMutation({ mutationFn: (choice: AdviceChoice) => give(choice, 'screen') });
  const printing = useMutation({
    mutationFn: async (choice: AdviceChoice) => {
      const adviceId = await give(choice, 'paper');
      return adviceId === null ? null : desk('advice.print', { adviceId });
    },
  });
  const failed = printing.error ?? telling.error;
  return {
    tell: (choice) => telling.mutate(choice),
    print: (choice) => {
      if (!printing.isPending) printing.mutate(choice);
    },
    told: telling.isSuccess || printing.isSuccess,
    printing: printing.isPending,
    printed: printing.data ?? null,
    problem: failed === null ? null : problemOf(failed),
  };
}
