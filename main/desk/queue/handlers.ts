import type { OpenedHandlers } from '../router.ts';
import type { DeskSession } from '../sessions.ts';
import type { CounterQueue } from './queue.ts';

type QueueHandlers = Pick<
  OpenedHandlers,
  'queue.get' | 'queue.act' | 'queue.give' | 'queue.find' | 'queue.print' | 'queue.card'
>;

export function queueHandlers(queue: CounterQueue): QueueHandlers {
  return {
    'queue.get': () => queue.get(),
    'queue.act': ({ act }, session) => queue.act(session, act),
    'queue.give': (input, session) => queue.give(session, input),
    'queue.find': (input) => queue.find(input),
    'queue.print': (input) => queue.print(input),
    'queue.card': ({ ticket }) => queue.card(ticket),
  };
}

type Handler<I, O> = (input: I, session: DeskSession) => O | Promise<O>;

/**
 * Calls that end the serving time of whoever stands at the counter, since what they came for is done; they answer without
 * waiting for the hall.
 */
export function servedAtCounter(queue: CounterQueue) {
  const then =
    <I, O>(handler: Handler<I, O>, tell: (session: DeskSession, input: I, reply: O) => void) =>
    async (input: I, session: DeskSession): Promise<O> => {
      const reply = await handler(input, session);
      tell(session, input, reply);
      return reply;
    };
  return {
    /**
     * @param doneWith the dossier it was done with; null: none, they were told what they asked; undefined: it was done for
     *   nobody here
     */
    served: <I, O>(handler: Handler<I, O>, doneWith: (input: I, reply: O) => string | null | undefined) =>
      then(handler, (session, input, reply) => {
        const dossierId = doneWith(input, reply);
        if (dossierId !== undefined) void queue.servedWith(session, dossierId);
      }),
    /** A dossier came of it. */
    received: <I, O extends { readonly dossierId: string }>(handler: Handler<I, O>) =>
      then(handler, (session, _input, { dossierId }) => void queue.servedWithReceipt(session, dossierId)),
  };
}
