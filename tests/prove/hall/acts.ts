import type { CallInput, CallName, CallOutput } from '../../../contract/desk.ts';
import type { Queue, QueueAct } from '../../../contract/desk/queue.ts';
import { completeReceipt } from '../../harness/complete-receipt.ts';
import type { Machine } from './office.ts';

/** What officers do at their counters beside calling the next: each as the screen would ask it, and counted where it was done. */

type Done = Map<string, number>;

/** What the desk answers is parsed there (checkOutput): the type is the contract's. */
async function ask<N extends CallName>(at: Machine, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return (await at.call(name, input)) as CallOutput<N>;
}

/** One act by chance at this counter; what is refused, or asked of a hall that is gone, is not done. */
export async function actAt(at: Machine, chance: () => number, done: Done): Promise<void> {
  try {
    const queue = await ask(at, 'queue.get', {});
    const act = actOf(queue, chance);
    if (act === null) return;
    if (act === 'receive') await receive(at);
    else await ask(at, 'queue.act', { act });
    const kind = act === 'receive' ? act : act.kind;
    done.set(kind, (done.get(kind) ?? 0) + 1);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

function actOf(queue: Queue, chance: () => number): QueueAct | 'receive' | null {
  const { serving, held, mine, others, counter } = queue;
  if (counter?.state === 'away') return { kind: 'openCounter', series: counter.series };
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const letter = pick(queue.series.filter(({ kind }) => kind === 'field'))?.letter ?? null;
  const [roll, heldOne, other] = [chance(), pick(held), pick([...mine, ...others])];
  if (roll < 0.08 && serving === null) return { kind: 'away', reason: 'Họp', until: null };
  if (heldOne !== undefined && roll < 0.35) return { kind: 'resume', ticket: heldOne.id };
  if (other !== undefined && roll < 0.5) return { kind: 'call', ticket: other.id };
  if (serving === null) return { kind: 'callNext' };
  const { id: ticket, recalls } = serving;
  if (roll < 0.6) return { kind: 'hold', ticket, reason: 'điền tờ khai' };
  if (roll < 0.7) return { kind: 'move', ticket, series: letter, counter: null, reason: 'nhầm lĩnh vực' };
  if (roll < 0.78) return { kind: 'putBack', ticket, place: 'own' };
  if (roll < 0.9) return recalls + 1 < queue.calls ? { kind: 'recall', ticket } : { kind: 'noShow', ticket };
  return roll < 0.94 ? 'receive' : { kind: 'recall', ticket };
}

/** A dossier for whoever is served: with it the serving ends. */
async function receive(at: Machine): Promise<void> {
  const content = await completeReceipt({ call: (name, input) => ask(at, name, input) });
  const draft = await ask(at, 'draft.create', { from: null });
  await ask(at, 'receipt.receive', { draftId: draft.id, revision: 0, content });
}
