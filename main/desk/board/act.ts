import type { BoardAct } from '../../../contract/desk/board.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { HallCommand } from '../../../domain/ticket/commands.ts';
import { counterOf, type HallView } from '../../../domain/ticket/view.ts';
import type { CounterDoor } from '../hall/door.ts';

/**
 * What a supervisor asks of the hall from the board. @param door null where this machine has no hall
 * @throws ProblemError HC-01, HC-04, DN-03, and what the host refuses
 */
export async function actOnHall(door: CounterDoor | null, act: BoardAct, user: string | null): Promise<void> {
  if (user === null) throw new ProblemError('DN-03');
  if (door === null) throw new ProblemError('HC-01');
  await door.ask(commandOf(door.view(), act), user);
}

function commandOf(view: HallView, act: BoardAct): HallCommand {
  switch (act.kind) {
    case 'open': {
      const counter = counterOf(view, act.counter);
      if (counter === null) throw new ProblemError('HC-04');
      return { kind: 'setSeries', counter: act.counter, series: [...counter.series, act.series] };
    }
    case 'ask':
      return { kind: 'askHelp', counter: act.counter, series: act.series };
    case 'come':
      return { kind: 'askCome', counter: act.counter };
    case 'message':
      return { ...act, kind: 'setMessage' };
    case 'moveNamed':
      return act;
    case 'move':
      return { ...act, kind: 'moveFirst' };
  }
}
