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

/** Tells the hall of what was done for the person at the counter, and answers without waiting for it. */
export function servedAtCounter(queue: CounterQueue) {
  return <T extends { readonly dossierId: string }>(session: DeskSession, reply: T): T => {
    void queue.servedWith(session, reply.dossierId);
    return reply;
  };
}
