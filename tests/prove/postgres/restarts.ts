import { createHash } from 'node:crypto';
import { newCluster, type Cluster } from '../apart/cluster.ts';
import { crowdOfDesks } from '../apart/crowd.ts';
import { serverApart, type ServerApart } from '../apart/server-apart.ts';

export interface PostgresReport {
  readonly seed: string;
  /** The postmaster with all it had started, and single backends of the server. */
  readonly kills: { readonly postmaster: number; readonly backends: number };
  /** Times `/ready` said 503 while the database was away, and the longest it took from there to 200 again, ms. */
  readonly notReady: number;
  readonly slowestReadyMs: number;
  readonly told: number;
  readonly acknowledged: number;
  readonly atProvince: number;
  readonly minutes: number;
}

const DESKS = 8;

/**
 * PostgreSQL is killed and started again under desks that push, `kills` times; the server, which nobody touches, says that
 * it is not ready and goes on by itself. Nothing acknowledged is lost, nothing doubled.
 * @throws Error naming the first thing that is not so
 */
export async function provePostgres(
  kills: number,
  seed: string,
  progress: (done: number) => void = () => undefined,
  desks = DESKS,
): Promise<PostgresReport> {
  const began = performance.now();
  const cluster = await newCluster();
  await cluster.start();
  const server = await serverApart(cluster.url);
  const counted = { postmaster: 0, backends: 0 };
  let notReady = 0;
  let slowest = 0;
  try {
    await server.start();
    const draws = createHash('sha256').update(seed).digest();
    const plan = { desks, servers: [server.url], databaseUrl: cluster.url, seed: draws.readUInt32BE(0) };
    const crowd = await crowdOfDesks(plan);
    try {
      crowd.work();
      for (let n = 0; n < kills; n++) {
        await crowd.moreAcknowledged(5 + ((draws[n % 32] ?? 0) % 20));
        if (n % 3 === 2) {
          await cluster.killBackends('quay-mot-cua');
          counted.backends += 1;
        } else {
          cluster.kill();
          counted.postmaster += 1;
          const said = await server.ready();
          if (said !== 503) throw new Error(`/ready said ${said ?? 'nothing'} with the database dead`);
          notReady += 1;
          await cluster.start();
        }
        slowest = Math.max(slowest, await untilReady(server, cluster));
        progress(n + 1);
      }
      const at = await crowd.settle(cluster.url);
      const minutes = (performance.now() - began) / 60_000;
      const held = { told: crowd.told.size, acknowledged: crowd.acknowledged.size, atProvince: at.events.size };
      return { seed, kills: counted, notReady, slowestReadyMs: Math.round(slowest), ...held, minutes };
    } finally {
      await crowd.close();
    }
  } finally {
    await server.remove();
    await cluster.remove();
  }
}

/** PostgreSQL recovers first. @returns ms from its first answer to the server's */
async function untilReady(server: ServerApart, cluster: Cluster): Promise<number> {
  while ((await answers(cluster)) === null) await turn();
  const from = performance.now();
  for (;;) {
    if (server.hasFallen()) throw new Error('the server has ended with its database');
    if ((await server.ready()) === 200) return performance.now() - from;
    if (performance.now() - from > 30_000) throw new Error('the server has not found its database again');
    await turn();
  }
}

async function answers(cluster: Cluster): Promise<unknown> {
  try {
    return await cluster.ask('select 1');
  } catch {
    return null;
  }
}

/** Between two questions. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
