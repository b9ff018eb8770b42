import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../contract/desk.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';

/** From here on a wait is told in words, ms. */
const LATE_MS = 400;

export interface Task<I, O> {
  /** Does nothing while the last one is still under way: no double click signs in twice. */
  readonly run: (input: I, done?: (output: O) => void) => void;
  readonly pending: boolean;
  /** Pending for so long that the screen should say so. */
  readonly late: boolean;
  readonly problem: DeskProblem | null;
  /** What the last one answered. */
  readonly value: O | null;
  readonly clear: () => void;
}

/** One call that a person sets off, with what to say while it lasts and where it ends. */
export function useCall<N extends CallName>(name: N): Task<CallInput<N>, CallOutput<N>> {
  const mutation = useMutation<CallOutput<N>, unknown, CallInput<N>>({ mutationFn: (input) => desk(name, input) });
  const { isPending, error } = mutation;
  return {
    run: (input, done) => {
      if (isPending) return;
      mutation.mutate(input, done === undefined ? {} : { onSuccess: (output) => done(output) });
    },
    pending: isPending,
    late: useLate(isPending),
    problem: error === null ? null : problemOf(error),
    value: mutation.data ?? null,
    clear: mutation.reset,
  };
}

export function useLate(pending: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  return late;
}
