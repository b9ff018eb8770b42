import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';

type Way = NonNullable<OfficeBoard['breach']>['ways'][number];

/** What a supervisor asks of the hall: one thing at a time; the board it answers is shown at once. */
export function useHallAct(): {
  readonly act: (board: OfficeBoard, way: Way) => void;
  readonly problem: DeskProblem | null;
} {
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: ({ kind, counter, series }: { kind: Way['kind']; counter: string; series: string }) =>
      desk('board.act', { act: { kind: kind === 'set' ? 'open' : 'ask', counter, series } }),
    onSuccess: (board) => client.setQueryData(['desk', 'board.office', {}], board),
  });
  return {
    act(board, { kind, counter }) {
      if (!asking.isPending && board.breach !== null) asking.mutate({ kind, counter, series: board.breach.letter });
    },
    problem: asking.isError ? problemOf(asking.error) : null,
  };
}
