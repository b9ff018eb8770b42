import type { CallInput, CallName, CallOutput } from '../../contract/desk.ts';
import type { DeskUser } from '../harness/world.ts';

/** Milliseconds each call took, by its name. */
export type Timings = Map<string, number[]>;

/** The same user, each call timed from outside: router, checks, database, disk. */
export function timed(user: DeskUser, timings: Timings): DeskUser {
  return {
    ...user,
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const begun = performance.now();
      const output = await user.call(name, input);
      const took = performance.now() - begun;
      timings.set(name, [...(timings.get(name) ?? []), took]);
      return output;
    },
  };
}
