/** Calls `fn` once after `ms`. @returns cancels it */
export type After = (ms: number, fn: () => void) => () => void;

export const afterMs: After = (ms, fn) => {
  const timer = setTimeout(fn, ms);
  return () => clearTimeout(timer);
};

/** What `work` comes to; `late` where it has come to nothing after so many ms: it goes on, and nobody waits for it. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L, after: After = afterMs): Promise<T | L> {
  let cancel = (): void => undefined;
  const isLate = new Promise<L>((resolve) => {
    cancel = after(ms, () => resolve(late));
  });
  try {
    return await Promise.race([work, isLate]);
  } finally {
    cancel();
  }
}
