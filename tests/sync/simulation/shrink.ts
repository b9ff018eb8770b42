import { PromiseBroken } from './broken.ts';
import type { Prepared } from './prepared.ts';
import { runSteps, SimulationFailed } from './simulate.ts';
import type { Step } from './steps.ts';

/** The fewest steps found that break the same promise, within `tries` runs. */
export async function shrink(
  prepared: Prepared,
  seed: number,
  failing: { readonly steps: readonly Step[]; readonly failure: SimulationFailed },
  tries: number,
): Promise<{ readonly steps: readonly Step[]; readonly failure: SimulationFailed }> {
  // Nothing after the step that broke matters.
  let best = { ...failing, steps: failing.steps.slice(0, failing.failure.step + 1) };
  let left = tries;
  for (
    let size = Math.ceil(best.steps.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.steps.length && left > 0;) {
      const fewer = [...best.steps.slice(0, from), ...best.steps.slice(from + size)];
      left -= 1;
      const failure = await failureOf(prepared, seed, fewer);
      if (failure !== null && isSame(failure, best.failure)) best = { steps: fewer, failure };
      else from += size;
    }
  }
  return best;
}

export async function failureOf(
  prepared: Prepared,
  seed: number,
  steps: readonly Step[],
): Promise<SimulationFailed | null> {
  try {
    await runSteps(prepared, seed, steps);
    return null;
  } catch (error) {
    if (error instanceof SimulationFailed) return error;
    throw error;
  }
}

function isSame(a: SimulationFailed, b: SimulationFailed): boolean {
  return promiseOf(a) === promiseOf(b);
}

function promiseOf({ cause }: SimulationFailed): string {
  if (cause instanceof PromiseBroken) return cause.promise;
  return cause instanceof Error ? cause.name : 'unknown';
}
