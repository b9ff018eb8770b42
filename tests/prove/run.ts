import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { proveFairness } from './fairness/fairness.ts';
import { tellFairness, unfairIn } from './fairness/tell.ts';
import { proveHall } from './hall/prove.ts';
import { slowIn } from './hall/limits.ts';
import { proveKills } from './kills/kills.ts';
import { proveFound } from './planted/planted.ts';
import { proveFailover } from './postgres/failover.ts';
import { provePostgres } from './postgres/restarts.ts';
import { proveReleases } from './releases/releases.ts';

/** `npm run prove -- NAME [--seed TEXT] [--count N]`: the long proofs. A word it does not know is refused. */
const [name, ...words] = process.argv.slice(2);
const text = { type: 'string' } as const;
const { values: option } = parseArgs({
  args: words,
  options: {
    seed: text,
    count: text,
    minutes: text,
    desks: text,
    seeds: text,
    only: text,
    net: text,
    limits: text,
    before: text,
  },
});
const seed = option.seed ?? randomBytes(6).toString('hex');

switch (name) {
  case 'kills': {
    const count = Number(option.count ?? 500);
    console.log(`kills: seed ${seed}`);
    const say = (done: number): void => {
      if (done % 20 === 0) console.log(`${done} of ${count} kills, all whole`);
    };
    const report = await proveKills(count, seed, say, Number(option.minutes ?? Number.POSITIVE_INFINITY));
    console.log(JSON.stringify(report));
    // Decision 20. Fewer kills than the whole proof cannot meet each so often.
    const scarce = Object.entries(report.points).filter(([, times]) => times < 10);
    for (const [point, times] of scarce) console.log(`met ${times} times, not 10: ${point}`);
    if (count >= 500 && scarce.length > 0) process.exitCode = 1;
    break;
  }
  case 'postgres': {
    const count = Number(option.count ?? 60);
    console.log(`postgres: seed ${seed}`);
    const report = await provePostgres(count, seed, (done) => {
      if (done % 10 === 0) console.log(`${done} of ${count} kills of PostgreSQL`);
    });
    console.log(JSON.stringify(report));
    break;
  }
  case 'failover': {
    console.log(`failover: seed ${seed}`);
    console.log(
      JSON.stringify(await proveFailover(seed, (what) => console.log(what), { desks: Number(option.desks ?? 20) })),
    );
    break;
  }
  case 'releases': {
    console.log(`releases: seed ${seed}, the older one ${option.before ?? 'made of this one'}`);
    const wanted = { before: option.before ?? null, desks: Number(option.desks ?? 12) };
    console.log(JSON.stringify(await proveReleases(seed, (what) => console.log(what), wanted)));
    break;
  }
  case 'fuzz': {
    const inputs = option.count ?? '200000';
    console.log(`fuzz: seed ${seed}, ${inputs} inputs each to the province, the desk, and to both as carried files`);
    // In the tests' own harness, which has a PostgreSQL.
    const vitest = ['vitest', 'run', '--project', 'server', 'tests/prove/fuzz', '--disable-console-intercept'];
    const env = { ...process.env, QMC_FUZZ_INPUTS: inputs, QMC_FUZZ_SEED: seed };
    const { status } = spawnSync('npx', ['--no', ...vitest], { stdio: 'inherit', env });
    process.exitCode = status ?? 1;
    break;
  }
  case 'planted': {
    const limits = { first: 1, seeds: Number(option.seeds ?? 300), steps: 500, only: option.only ?? null };
    const found = await proveFound(limits, ({ plant, seeds, said }) =>
      console.log(seeds === null ? `NOT FOUND  ${plant}` : `found with seed ${seeds}  ${plant}\n  ${said}`),
    );
    const missed = found.filter(({ seeds }) => seeds === null);
    console.log(`${found.length - missed.length} of ${found.length} planted bugs were found`);
    const unsound = found.filter(({ control }) => control !== null);
    for (const { plant, control } of unsound) console.log(`the code as it is fails there too: ${plant}\n  ${control}`);
    if (missed.length + unsound.length > 0) process.exitCode = 1;
    break;
  }
  case 'hall': {
    const count = Number(option.count ?? 200);
    const net = option.net === 'loopback' ? 'loopback' : 'any';
    const busy = loadavg()[0] ?? 0;
    console.log(`hall: seed ${seed}, four desks, a kiosk and a display, ${count} losses`);
    const report = await proveHall({ count, seed, net }, (round, loss) => {
      if (round % 10 === 0 || count < 40) console.log(`${round} of ${count} losses (${loss}), the hall went on`);
    });
    console.log(JSON.stringify(report));
    const faults = slowIn(report);
    for (const line of faults.told) console.log(line);
    // A machine with other work on it measures that work: told, and no verdict.
    const isQuiet = busy <= availableParallelism();
    if (option.limits === 'off') console.log('limits not held: --limits=off');
    else if (!isQuiet) console.log(`limits not held: the machine was busy before (load ${busy.toFixed(1)})`);
    else if (faults.isSlow) process.exitCode = 1;
    break;
  }
  case 'fairness': {
    console.log(`fairness: seed ${seed}`);
    const found = proveFairness(seed);
    for (const line of tellFairness(found)) console.log(line);
    const faults = unfairIn(found);
    for (const fault of faults) console.error(`NOT HELD  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    break;
  }
  case undefined:
  default:
    console.error(
      'npm run prove -- kills|postgres|fuzz|hall [--seed TEXT] [--count N] (kills: [--minutes N], hall: [--limits off] [--net loopback]) | failover [--seed TEXT] [--desks N] | releases [--seed TEXT] [--desks N] [--before COMMIT] | fairness [--seed TEXT] | planted [--seeds N] [--only "WORDS|WORDS"]',
    );
    process.exit(2);
}
