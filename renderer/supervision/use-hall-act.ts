import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BoardAct, OfficeBoard } from '../../contract/desk/board.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';

type Way = NonNullable<OfficeBoard['breach']>['ways'][number];

/** What a supervisor asks of the hall: one thing at a time; the board it answers is shown at once. */
export function useHallAct(): {
  readonly act: (act: BoardAct) => void;
  readonly problem: DeskProblem | null;
} {
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: (act: BoardAct) => desk('board.act', { act }),
    onSuccess: (board) => client.setQueryData(['desk', 'board.office', {}], board),
  });
  return {
    act(act) {
      if (!asking.isPending) asking.mutate(act);
    },
    problem: asking.isError ? problemOf(asking.error) : null,
  };
}

/** A way out of a breach as what is asked: the counter takes the series, its officer is asked to, or asked to come. */
export function actOfWay({ kind, counter }: Way, series: string): BoardAct {
  switch (kind) {
    case 'set':
      return { kind: 'open', counter, series };
    case 'ask':
      return { kind: 'ask', counter, series };
    case 'back':
      return { kind: 'come', counter };
  }
}
