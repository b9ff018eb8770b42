/**
 * Does the work of this thread while PostgreSQL works on a statement.
 * @throws what the statement fails with, or else what the work does; the statement is over then
 */
export async function meanwhile<T>(statement: Promise<unknown>, work: () => T): Promise<T> {
  // It may fail before anybody waits for it.
  statement.catch(() => undefined);
  // It sets out with the promises that are due now: the next tick is behind them.
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
  try {
    return work();
  } finally {
    await statement;
  }
}
