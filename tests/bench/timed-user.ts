import type { CallName } from '../../contract/desk.ts';
import type { DeskUser } from '../harness/world.ts';

/** Milliseconds each call took, by its name. */
export type Timings = Map<string, number[]>;

/** The same user, each call but those `untimed` timed from outside: router, checks, database, disk. */
export function timed(user: DeskUser, timings: Timings, untimed: readonly CallName[] = []): DeskUser {
  const clocked = async <N extends CallName, R>(name: N, work: () => Promise<R>): Promise<R> => {
    const begun = performance.now();
    const output = await work();
    const took = performance.now() - begun;
    if (!untimed.includes(name)) timings.set(name, [...(timings.get(name) ?? []), took]);
    return output;
  };
  return {
    ...user,
    call: (name, input) => clocked(name, () => user.call(name, input)),
    try: (name, input) => clocked(name, () => user.try(name, input)),
  };
}
