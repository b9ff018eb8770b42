import type { Clock } from './desk/ports.ts';

/** What `work` comes to; `late` where it has come to nothing after so many ms: it goes on, and nobody waits for it. */
export async function within<T, L>(clock: Clock, ms: number, work: Promise<T>, late: L): Promise<T | L> {
  const { promise, resolve } = Promise.withResolvers<L>();
  const cancel = clock.after(ms, () => resolve(late));
  try {
    return await Promise.race([work, promise]);
  } finally {
    cancel();
  }
}
