import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newCluster, promote, standbyOf, DATABASE, type Cluster } from '../apart/cluster.ts';
import { crowdOfDesks, type Crowd } from '../apart/crowd.ts';
import { serverApart, type ServerApart } from '../apart/server-apart.ts';

export interface FailoverReport {
  readonly seed: string;
  readonly desks: number;
  /** Acknowledged when the primary died, and at the end. */
  readonly acknowledgedBefore: number;
  readonly acknowledged: number;
  /** Acknowledged while the standby was away for longer than any statement may take. */
  readonly acknowledgedAlone: number;
  readonly told: number;
  readonly atProvince: number;
  /** From the promotion to the first `/ready` 200 of each server, ms. */
  readonly readyAfterMs: readonly number[];
  /** The province's epoch is the same: nobody had to say `restored`. */
  readonly sameEpoch: boolean;
  readonly minutes: number;
}

const DESKS = 20;
const STANDBY = 'standby_one';
/** Longer than `statement_timeout` of the server's connections (60 s). */
const STANDBY_AWAY_MS = 75_000;

/**
 * A primary with a synchronous standby, two servers, twenty desks that push. First the standby is away: nothing may be
 * acknowledged that only the primary holds. Then the primary is killed for good and the standby promoted: the servers,
 * told of both places, find it by themselves, and nothing acknowledged is lost, nothing doubled.
 * @param events acknowledged before, between and after
 * @throws Error naming the first thing that is not so
 */
export async function proveFailover(
  seed: string,
  say: (what: string) => void = () => undefined,
  { desks = DESKS, standbyAwayMs = STANDBY_AWAY_MS, events = 200 } = {},
): Promise<FailoverReport> {
  const began = performance.now();
  const primary = await newCluster();
  const standby = await standbyOf(primary, STANDBY);
  const servers: ServerApart[] = [];
  let crowd: Crowd | null = null;
  try {
    await primary.start();
    await standby.start();
    await primary.ask(`alter system set synchronous_standby_names = 'FIRST 1 (${STANDBY})'`);
    await primary.ask('select pg_reload_conf()');
    await untilStandby(primary, 'sync');
    const url = `postgres://postgres:${primary.password}@${primary.host},${standby.host}/${DATABASE}?target_session_attrs=read-write`;
    const first = await serverApart(url);
    servers.push(first);
    await first.start();
    const second = await serverApart(url, first.folder);
    servers.push(second);
    await second.start();
    const number = createHash('sha256').update(seed).digest().readUInt32BE(0);
    const plan = { desks, servers: servers.map((each) => each.url), databaseUrl: primary.url, seed: number };
    crowd = await crowdOfDesks(plan);
    const epoch = await epochOf(primary);
    say(`${desks} desks at two servers, one primary, one synchronous standby`);
    crowd.work();
    await crowd.moreAcknowledged(events);

    standby.kill();
    await untilStandby(primary, null);
    // What the primary had heard of from the standby before it died may still be on its way out.
    await pause(1000);
    const then = crowd.acknowledged.size;
    await pause(standbyAwayMs);
    const acknowledgedAlone = crowd.acknowledged.size - then;
    if (acknowledgedAlone > 0)
      throw new Error(`${acknowledgedAlone} events were acknowledged that only the primary held`);
    say(
      `the standby was away for ${Math.round(standbyAwayMs / 1000)} s: nothing was acknowledged, and desks worked on`,
    );
    await standby.start();
    await untilStandby(primary, 'sync');
    await crowd.moreAcknowledged(events);

    const acknowledgedBefore = crowd.acknowledged.size;
    primary.kill();
    say(`the primary is dead after ${acknowledgedBefore} acknowledged events`);
    for (const each of servers) {
      const said = await each.ready();
      if (said !== 503) throw new Error(`/ready said ${said ?? 'nothing'} with the primary dead and no other promoted`);
    }
    await promote(standby);
    const readyAfterMs = await Promise.all(servers.map(untilReady));
    await crowd.moreAcknowledged(events);
    const at = await crowd.settle(standby.url);
    const sameEpoch = (await epochOf(standby)) === epoch;
    const minutes = (performance.now() - began) / 60_000;
    const held = { told: crowd.told.size, acknowledged: crowd.acknowledged.size, atProvince: at.events.size };
    return { seed, desks, acknowledgedBefore, acknowledgedAlone, ...held, readyAfterMs, sameEpoch, minutes };
  } finally {
    await crowd?.close();
    for (const each of servers.toReversed()) await each.remove();
    await primary.remove();
    await standby.remove();
  }
}

async function untilReady(server: ServerApart): Promise<number> {
  const from = performance.now();
  for (;;) {
    if (server.hasFallen()) throw new Error('a server has ended with its primary');
    if ((await server.ready()) === 200) return Math.round(performance.now() - from);
    if (performance.now() - from > 60_000) throw new Error('a server has not found the new primary');
    await pause(50);
  }
}

/** @param state `sync` once it may be waited for; null once it is gone */
async function untilStandby(primary: Cluster, state: 'sync' | null): Promise<void> {
  for (;;) {
    const rows = await primary.ask(`select sync_state from pg_stat_replication where application_name = '${STANDBY}'`);
    if ((rows[0]?.['sync_state'] ?? null) === state) return;
    await pause(100);
  }
}

async function epochOf(cluster: Cluster): Promise<unknown> {
  const rows = await cluster.ask('select epoch from province', DATABASE);
  return rows[0]?.['epoch'];
}
