import type { CallInput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { HallCommand } from '../../../domain/ticket/commands.ts';
import { decideTime } from '../../../domain/ticket/decide-time.ts';
import { bodyOf } from '../../store/store.ts';
import type { DeskContext } from '../context.ts';
import type { CounterDoor } from '../hall/door.ts';
import { hallHere } from './office.ts';

/**
 * A time stays out of averages, or counts again. While the hall of its day is open its host decides; of a day that is over,
 * or a hall that is closed, this machine writes it in its own log: it depends on no order and on no host.
 * @throws ProblemError DN-03, HC-01, HC-05, HC-12, and what the host refuses
 */
export async function decideOnTime(
  context: DeskContext,
  door: CounterDoor | null,
  { ticket: id, what, counts, reason }: CallInput<'board.time'>,
  user: string | null,
): Promise<void> {
  if (user === null) throw new ProblemError('DN-03');
  const ticket = context.store.halls.ticket(id);
  const { view: today } = hallHere(context);
  if (ticket === null || ticket.office !== today.office) throw new ProblemError('HC-05');
  const command = { kind: counts ? 'countTime' : 'leaveOut', ticket: id, what, reason } as const satisfies HallCommand;
  if (ticket.date === today.date && today.state === 'open') {
    if (door === null) throw new ProblemError('HC-01');
    await door.ask(command, user);
    return;
  }
  const decision = decideTime(ticket, command, ticket.issued.term, context.localNow());
  if (!decision.ok) throw new ProblemError(decision.code, decision.params);
  if (decision.events.length === 0) return;
  const events = decision.events.map(({ after, event }) => ({
    stamp: context.stamp(),
    event: {
      aggregate: 'ticket' as const,
      aggregateId: id,
      after,
      type: event.type,
      version: event.version,
      body: bodyOf(event.body),
      actor: user,
      approvedBy: null,
    },
  }));
  context.store.record(() => ({ now: context.clock.now(), events }));
  context.kick();
  context.changed('hall');
}
