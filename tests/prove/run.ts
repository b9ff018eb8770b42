import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { proveKills } from './kills.ts';

/** `npm run prove -- NAME [--seed=TEXT] [--count=N]`: the long proofs. */
const [name, ...words] = process.argv.slice(2);
const option = (key: string): string | undefined =>
  words.find((word) => word.startsWith(`--${key}=`))?.slice(key.length + 3);
const seed = option('seed') ?? randomBytes(6).toString('hex');

switch (name) {
  case 'kills': {
    const count = Number(option('count') ?? 200);
    console.log(`kills: seed ${seed}`);
    const report = await proveKills(count, seed, (done) => {
      if (done % 20 === 0) console.log(`${done} of ${count} kills, all whole`);
    });
    console.log(JSON.stringify(report));
    break;
  }
  case 'fuzz': {
    const inputs = option('count') ?? '200000';
    console.log(`fuzz: seed ${seed}, ${inputs} inputs to the province and as many to the desk`);
    // In the tests' own harness, which has a PostgreSQL.
    const vitest = ['vitest', 'run', '--project', 'server', 'tests/prove/fuzz', '--disable-console-intercept'];
    const env = { ...process.env, QMC_FUZZ_INPUTS: inputs, QMC_FUZZ_SEED: seed };
    const { status } = spawnSync('npx', ['--no', ...vitest], { stdio: 'inherit', env });
    process.exitCode = status ?? 1;
    break;
  }
  case undefined:
  default:
    console.error('npm run prove -- kills|fuzz [--seed=TEXT] [--count=N]');
    process.exit(2);
}
