import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { newCluster, type Cluster } from '../../prove/apart/cluster.ts';
import { serverApart, type ServerApart } from '../../prove/apart/server-apart.ts';
import { quantile, type Figure } from '../report.ts';
import { actsPerSecond, asks, eventsACounterADay } from './day.ts';
import type { LoadOrder, LoadReport } from './load.ts';
import { enrolMany, type PlainDesk } from './province.ts';
import { watch, type Used } from './watch.ts';

/** All of Vietnam: 3,321 communes since July 2025, six counters each. */
const ALL = 19_926;

/**
 * `npm run bench -- scale [--desks=1000,19926] [--seconds=60] [--pace=1] [--instances=1] [--storm=600] [--news=60]`:
 * desks at a working day's rate, then the storm after a day-long outage. Load, servers and PostgreSQL share this machine.
 */
export async function benchScale(words: readonly string[]): Promise<Figure[]> {
  const option = (name: string, usual: string): string =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual;
  const sizes = option('desks', `1000,${ALL}`).split(',').map(Number);
  const [seconds, pace, storm] = [option('seconds', '60'), option('pace', '1'), option('storm', '600')].map(Number);
  const newsMs = Number(option('news', String(asks.newsMs / 1000))) * 1000;
  const referenceMs = Number(option('reference', String(asks.referenceMs / 1000))) * 1000;
  console.log(
    `${cpus().length} processors for desks, servers and PostgreSQL together; load before: ${loadavg()[0] ?? 0}`,
  );
  const figures: Figure[] = [];
  const common = { seconds: seconds ?? 60, pace: pace ?? 1, newsMs, referenceMs };
  for (const desks of sizes.filter((each) => each > 0)) {
    // Two connections a desk, and a process may often have 20,000 files open.
    const instances = Number(option('instances', desks > 5000 ? '3' : '1'));
    figures.push(...(await run({ plan: 'day', desks, instances, ...common })));
  }
  if (storm !== undefined && storm > 0) {
    figures.push(...(await run({ plan: 'storm', desks: storm, instances: 1, ...common })));
  }
  return figures;
}

interface Run extends Pick<LoadOrder, 'plan' | 'seconds' | 'pace' | 'newsMs' | 'referenceMs'> {
  readonly desks: number;
  readonly instances: number;
}

async function run(plan: Run): Promise<Figure[]> {
  const cluster = await newCluster(["shared_buffers = '512MB'"]);
  const servers: ServerApart[] = [];
  const players: ChildProcess[] = [];
  try {
    await cluster.start();
    let keyFolder: string | undefined;
    for (let n = 0; n < plan.instances; n++) {
      const server = await serverApart(cluster.url, keyFolder);
      servers.push(server);
      await server.start();
      keyFolder = server.folder;
    }
    const desks = await enrolMany(cluster.url, plan.desks);
    const began = Date.now();
    const all = ordersFor(plan, desks, servers).map((order) => player(order, players));
    for (const { ready } of all) await ready;
    console.log(
      `${plan.plan}: ${plan.desks} desks made and connected after ${Math.round((Date.now() - began) / 1000)} s`,
    );
    const ofServers = watch(servers.flatMap((server) => server.pid() ?? []));
    const ofPostgres = watch([postmaster(cluster)]);
    const ofDesks = watch(players.flatMap(({ pid }) => pid ?? []));
    const from = performance.now();
    for (const { child } of all) child.send({ go: true });
    const reports = await Promise.all(all.map(({ report }) => report));
    const lasted = (performance.now() - from) / 1000;
    const used = { servers: ofServers(), postgres: ofPostgres(), desks: ofDesks() };
    return figuresOf(plan, reports, lasted, used);
  } finally {
    for (const child of players) child.kill('SIGKILL');
    for (const server of servers.toReversed()) await server.remove();
    await cluster.remove();
  }
}

/** As many processes at each server, of up to seven thousand desks, each at an address of its own. */
function ordersFor(plan: Run, desks: readonly PlainDesk[], servers: readonly ServerApart[]): LoadOrder[] {
  const processes = servers.length * Math.ceil(desks.length / servers.length / 7000);
  const each = Math.ceil(desks.length / processes / 6) * 6;
  return Array.from({ length: processes }, (_, n) => ({
    ...plan,
    desks: desks.slice(n * each, (n + 1) * each),
    port: servers[n % servers.length]?.port ?? 0,
    localAddress: `127.0.0.${10 + n}`,
    seed: 1000 + n,
  }));
}

function player(order: LoadOrder, players: ChildProcess[]) {
  const child = fork(join(import.meta.dirname, 'load.ts'));
  players.push(child);
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const report = new Promise<LoadReport>((resolve, reject) => {
    child.on('message', (message: { waiting: true } | { ready: true } | { report: LoadReport }) => {
      if ('waiting' in message) child.send(order);
      else if ('ready' in message) isReady();
      else resolve(message.report);
    });
    child.on('exit', (code) => reject(new Error(`a player ended with ${code ?? 'a signal'}`)));
  });
  return { child, ready, report };
}

function figuresOf(
  plan: Run,
  reports: readonly LoadReport[],
  lasted: number,
  used: { readonly servers: Used; readonly postgres: Used; readonly desks: Used },
): Figure[] {
  const bench = `scale ${plan.desks} ${plan.plan}${plan.pace === 1 ? '' : ` ×${plan.pace}`}`;
  const figure = (metric: string, value: number, unit: string): Figure => ({ bench, metric, value, unit });
  const all = (part: (report: LoadReport) => readonly number[]): number[] => reports.flatMap((each) => [...part(each)]);
  const sum = (part: (report: LoadReport) => number): number => reports.reduce((total, each) => total + part(each), 0);
  const latencies = (['push', 'pull', 'reference'] as const).flatMap((kind) => {
    const values = all(({ timings }) => timings[kind]);
    if (values.length === 0) return [];
    return [
      figure(`${kind}s`, values.length / lasted, '/s'),
      figure(`${kind} p50`, quantile(values, 0.5), 'ms'),
      figure(`${kind} p99`, quantile(values, 0.99), 'ms'),
    ];
  });
  const requests = sum(({ timings: { push, pull, reference } }) => push.length + pull.length + reference.length);
  const storm =
    plan.plan === 'day'
      ? [figure('acts wanted', actsPerSecond(plan.desks) * plan.pace, '/s')]
      : [
          figure('events a desk', eventsACounterADay, 'events'),
          figure(
            'half had sent all',
            quantile(
              all(({ sentMs }) => sentMs),
              0.5,
            ) / 1000,
            's',
          ),
          figure('all had sent all', Math.max(...all(({ sentMs }) => sentMs)) / 1000, 's'),
          figure('all had heard all', Math.max(...all(({ heardMs }) => heardMs)) / 1000, 's'),
        ];
  return [
    ...storm,
    ...latencies,
    figure('events taken', sum(({ events }) => events) / lasted, '/s'),
    figure(
      'told to come back',
      sum(({ timings }) => timings.refused),
      'answers',
    ),
    figure(
      'faults',
      sum(({ faults }) => faults),
      '',
    ),
    figure(
      'connections',
      sum(({ connections }) => connections),
      '',
    ),
    figure('instances', plan.instances, ''),
    ...(['servers', 'postgres', 'desks'] as const).flatMap((who) => [
      figure(`processors of ${who}`, used[who].cpu / lasted, ''),
      figure(`processor of ${who} a request`, (used[who].cpu * 1000) / requests, 'ms'),
      figure(`memory of ${who}`, used[who].memory, 'MiB'),
    ]),
  ];
}

function postmaster(cluster: Cluster): number {
  return Number(readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
