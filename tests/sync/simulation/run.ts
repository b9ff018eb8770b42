import { randomInt } from 'node:crypto';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../../server/embedded.ts';
import { PromiseBroken } from './broken.ts';
import { coverageText, newCoverage, notMet } from './coverage.ts';
import { prepare } from './prepared.ts';
import { shrink } from './shrink.ts';
import { runSteps, SimulationFailed } from './simulate.ts';
import { newStory } from './story.ts';
import { stepsOf, type StepKind } from './steps.ts';

/**
 * `npm run simulate -- --seeds N --steps M [--seed S] [--without KIND,…] [--every E] [--shrink TRIES] [--story FILE] [--postgres URL]`: runs seeds S, S + E, …
 * and says what they met. The first promise that breaks ends it, with its seed and the fewest steps found.
 */
const text = { type: 'string' } as const;
const { values: option } = parseArgs({
  options: {
    seeds: text,
    steps: text,
    seed: text,
    without: text,
    every: text,
    shrink: text,
    story: text,
    postgres: text,
  },
});
const number = (key: 'seeds' | 'steps' | 'seed' | 'every' | 'shrink', otherwise: number): number => {
  const value = Number(option[key] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${key} is a number`);
  return value;
};
// Checked against the names by what they leave out: an unknown one leaves out nothing.
const without = new Set((option.without ?? '').split(',').filter((kind) => kind !== '') as StepKind[]);

const seeds = number('seeds', 20);
const steps = number('steps', 500);
const every = number('every', 1);
const first = number('seed', randomInt(1, 1_000_000_000 / every) * every);
const tries = number('shrink', 60);

const running = option.postgres ?? null;
const folder = mkdtempSync(join(tmpdir(), 'quay-mot-cua-simulate-'));
// Root's PostgreSQL runs as an ordinary user, who must get to it.
chmodSync(folder, 0o755);
const postgres = running === null ? await startEmbedded({ folder: join(folder, 'pg'), unsafe: true }) : null;
const prepared = await prepare(running ?? postgres?.url ?? '');
const coverage = newCoverage();
let told = 0;
const started = performance.now();
try {
  console.log(`seeds ${first} to ${first + (seeds - 1) * every}, ${steps} steps each`);
  for (let seed = first; seed < first + seeds * every; seed += every) {
    const all = stepsOf(seed, steps, without);
    const failure = await failureOfRun(seed, all);
    if (failure !== null) {
      console.error(failure.message);
      // Not a promise that broke: the program, or the simulation itself, stumbled.
      if (!(failure.cause instanceof PromiseBroken)) console.error(failure.cause);
      const least = tries === 0 ? { steps: [], failure } : await shrink(prepared, seed, { steps: all, failure }, tries);
      if (tries > 0) console.error(`\n${least.steps.length} steps are enough: ${least.failure.message}`);
      for (const step of least.steps) console.error(JSON.stringify(step));
      process.exitCode = 1;
      break;
    }
    const done = (seed - first) / every + 1;
    if (done % 10 === 0) console.log(`${done} seeds, every promise held`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  const missed = notMet(coverage.counts());
  console.log(`\n${coverageText(coverage.counts())}\n\nnot met: ${missed.join(', ') || 'nothing named'}`);
  console.log(`${told} events told, ${seconds} s`);
} finally {
  prepared.remove();
  await postgres?.stop();
  for (const used of [folder, postgres?.folder ?? folder]) rmSync(used, { recursive: true, force: true });
}

/** Each line of the story goes into a file of its own, where one is asked for. */
function telling(seed: number): ((line: string) => void) | undefined {
  const into = option.story;
  if (into === undefined) return undefined;
  const path = `${into}-${seed}`;
  writeFileSync(path, '');
  return (line) => appendFileSync(path, `${line}\n`);
}

async function failureOfRun(seed: number, all: ReturnType<typeof stepsOf>): Promise<SimulationFailed | null> {
  try {
    const report = await runSteps(prepared, seed, all, newStory(telling(seed)));
    console.log(`seed ${seed}: ${report.told} events told, the story is ${report.digest.slice(0, 16)}`);
    coverage.add(report.counts);
    told += report.told;
    return null;
  } catch (error) {
    if (error instanceof SimulationFailed) return error;
    throw error;
  }
}
