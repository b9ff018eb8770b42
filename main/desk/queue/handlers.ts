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
 * A call that ends the serving time of whoever stands at the counter, since what they came for is done; it answers without
 * waiting for the hall.
 * @param doneWith the dossier it was done with; null: none, they were told what they asked; undefined: it was done for
 *   nobody here
 */
export function servedAtCounter(queue: CounterQueue) {
  return <I, O>(
    handler: Handler<I, O>,
    doneWith: (input: I, reply: O) => string | null | undefined,
  ): ((input: I, session: DeskSession) => Promise<O>) =>
    async (input, session) => {
      const reply = await handler(input, session);
      const dossierId = doneWith(input, reply);
      if (dossierId !== undefined) void queue.servedWith(session, dossierId);
      return reply;
    };
}
