import { create } from 'zustand';
import type { QueueAct, Queue } from '../../contract/desk/queue.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { doublePress } from './double-press.ts';
import { openCalled } from './open-called.ts';

/** What the hall refused last, until the next thing is asked. */
export const useAsking = create<{ readonly problem: DeskProblem | null }>(() => ({ problem: null }));

const callNextOnce = doublePress<NonNullable<Queue['serving']>>(() => performance.now());
const asking = new Set<QueueAct['kind']>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Asks one thing after the other, so that no key is lost that was pressed quickly; the same thing again while it is on its
 * way is one press too many. The queue as it then stands; null: refused, and said.
 */
export function act(asked: QueueAct): Promise<Queue | null> {
  if (asking.has(asked.kind)) return Promise.resolve(null);
  asking.add(asked.kind);
  const answer = last.then(() => ask(asked));
  last = answer;
  return answer;
}

async function ask(asked: QueueAct): Promise<Queue | null> {
  try {
    useAsking.setState({ problem: null });
    return await desk('queue.act', { act: asked });
  } catch (thrown) {
    useAsking.setState({ problem: problemOf(thrown) });
    return null;
  } finally {
    asking.delete(asked.kind);
  }
}

type Serving = Queue['serving'];
type Call = Extract<QueueAct, { kind: 'callNext' | 'call' | 'resume' }>;

/** Calls, and opens what is known of whoever comes. */
export async function callAndOpen(user: string, asked: Call): Promise<void> {
  const call = (): Promise<Serving> => calledBy(asked);
  const serving = await (asked.kind === 'callNext' ? callNextOnce(call) : call());
  if (serving !== null) await openCalled(user, serving);
}

/** @returns who stands at the counter by it; null: nobody was called */
async function calledBy(asked: Call): Promise<Serving> {
  const serving = (await act(asked))?.serving ?? null;
  return asked.kind === 'callNext' || serving?.id === asked.ticket ? serving : null;
}
