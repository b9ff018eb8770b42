import { sql } from 'kysely';
import { databaseFault, type Db, type Tx } from './pool.ts';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';

/**
 * Runs `work` in one transaction; one that PostgreSQL broke off for the sake of another runs again, at most three times.
 * Its commit waits for a synchronous standby as long as it takes: a time limit would end the wait, and PostgreSQL would
 * call done what this machine alone holds.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const done = await work(tx);
        await sql`set local statement_timeout = 0`.execute(tx);
        return done;
      });
    } catch (error) {
      const code = databaseFault(error)?.code;
      if (attempt === 4 || (code !== DEADLOCK && code !== SERIALIZATION)) throw error;
    }
  }
}

/**
 * Runs `work` under a savepoint. Where the data itself is at fault (classes 22 and 23) or the program stumbles over it,
 * everything it wrote is undone and the error is given back; a fault of the database goes up.
 */
export async function guarded<T>(tx: Tx, work: () => Promise<T>): Promise<{ value: T } | { poison: unknown }> {
  await sql`savepoint one_event`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint one_event`.execute(tx);
    return { value };
  } catch (error) {
    const fault = databaseFault(error);
    const ofConnection = fault === null && error instanceof Error && 'code' in error;
    if (ofConnection || (fault !== null && !/^2[23]/.test(fault.code))) throw error;
    await sql`rollback to savepoint one_event`.execute(tx);
    return { poison: error };
  }
}

/** Takes advisory locks held to the end of the transaction, always in the same order, so that no two wait for each other. */
export async function lockInOrder(tx: Tx, space: string, names: Iterable<string>): Promise<void> {
  for (const name of [...new Set(names)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${space}:${name}`}, 0))`.execute(tx);
  }
}
