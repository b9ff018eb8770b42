/** Calls `fn` once after `ms`. @returns cancels it */
export interface Timer {
  after(ms: number, fn: () => void): () => void;
}

/** What `work` comes to; `late` where it has come to nothing after so many ms: it goes on, and nobody waits for it. */
export async function within<T, L>(timer: Timer, ms: number, work: Promise<T>, late: L): Promise<T | L> {
  const { promise, resolve } = Promise.withResolvers<L>();
  const cancel = timer.after(ms, () => resolve(late));
  try {
    return await Promise.race([work, promise]);
  } finally {
    cancel();
  }
}
