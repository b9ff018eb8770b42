import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { drawsFrom, type Draws } from './malformed.ts';

/** One thing that is thrown at: gives the name of what was asked, and why its answer is wrong, or null. */
export interface Target {
  throwOne(draws: Draws): Promise<{ readonly at: string; readonly answer: string; readonly wrong: string | null }>;
}

export interface FuzzReport {
  readonly seed: string;
  readonly inputs: number;
  /** How often each route or call was asked. */
  readonly asked: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** Resident memory after the first tenth and at the end, MiB, garbage collected. */
  readonly memory: { readonly early: number; readonly late: number };
}

/** Every reply comes within this (decision 22); a machine that is busy with other things is given more. */
const ANSWER_WITHIN_MS = Number(process.env['QMC_FUZZ_WITHIN_MS'] ?? 5000);

/** @throws Error with the seed and the number of the input that was answered wrongly, or too late */
export async function fuzz(
  target: Target,
  {
    seed,
    inputs,
    progress,
  }: { readonly seed: string; readonly inputs: number; readonly progress?: (n: number) => void },
): Promise<FuzzReport> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const resident = (): number => {
    collect();
    return Math.round(process.memoryUsage.rss() / 2 ** 20);
  };
  const asked = new Map<string, number>();
  const answers = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);
  let slowest = 0;
  let early = 0;
  for (let n = 0; n < inputs; n++) {
    // What is answered without leaving this turn of the event loop would never let go of what lies outside the heap.
    if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    const started = performance.now();
    // Each input by itself: the one that fails is thrown again alone.
    const { at, answer, wrong } = await target.throwOne(drawsFrom(`${seed} ${n}`));
    const took = performance.now() - started;
    slowest = Math.max(slowest, took);
    count(asked, at);
    count(answers, answer);
    if (wrong !== null || took > ANSWER_WITHIN_MS) {
      throw new Error(`seed ${seed}, input ${n}, ${at}: ${wrong ?? `${Math.round(took)} ms`}`);
    }
    if (n === Math.floor(inputs / 10)) early = resident();
    if (n % 10_000 === 9999) progress?.(n + 1);
  }
  return {
    seed,
    inputs,
    asked: Object.fromEntries([...asked].toSorted(byName)),
    answers: Object.fromEntries([...answers].toSorted(byName)),
    slowestMs: Math.round(slowest),
    memory: { early, late: resident() },
  };
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}
