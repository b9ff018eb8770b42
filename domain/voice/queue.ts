import type { Call } from './call.ts';

/** A call to be said: `id` is another one each time the ticket is called or called again. */
export interface Announcement extends Call {
  readonly id: string;
}

/** What the voice is saying and what waits for it, in the order it was heard. Two calls never overlap. */
export interface VoiceQueue {
  readonly saying: Announcement | null;
  readonly waiting: readonly Announcement[];
  /** Every call that was heard of since the display began, so that none is said twice. */
  readonly known: ReadonlySet<string>;
}

/** What stands on the display when it begins was said before. */
export function beginVoice(shown: readonly Announcement[]): VoiceQueue {
  return { saying: null, waiting: [], known: new Set(shown.map(({ id }) => id)) };
}

/** `calls`: all that the hall shows now, the oldest first. Those not heard of yet are put in line. */
export function hear(queue: VoiceQueue, calls: readonly Announcement[]): VoiceQueue {
  const fresh = calls.filter((call, index) => {
    return !queue.known.has(call.id) && calls.findIndex(({ id }) => id === call.id) === index;
  });
  if (fresh.length === 0) return queue;
  // A call repeated before its first one was said is said once: the newer stands for both.
  const still = queue.waiting.filter(({ number }) => fresh.every((call) => call.number !== number));
  return begin({
    ...queue,
    waiting: [...still, ...fresh],
    known: new Set([...queue.known, ...fresh.map(({ id }) => id)]),
  });
}

/** The voice has finished what it was saying. */
export function ended(queue: VoiceQueue): VoiceQueue {
  return begin({ ...queue, saying: null });
}

function begin(queue: VoiceQueue): VoiceQueue {
  const [next, ...rest] = queue.waiting;
  return queue.saying !== null || next === undefined ? queue : { ...queue, saying: next, waiting: rest };
}
