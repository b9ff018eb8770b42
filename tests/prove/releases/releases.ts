import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FOLD_VERSION } from '../../../domain/dossier/fold.ts';
import { chanceOf } from '../../sync/simulation/chance.ts';
import { newCluster, DATABASE, type Cluster } from '../apart/cluster.ts';
import { crowdOfDesks, type Crowd } from '../apart/crowd.ts';
import { serverApart, type ServerApart } from '../apart/server-apart.ts';
import { olderServer, serverAt } from './older-server.ts';

export interface ReleasesReport {
  readonly seed: string;
  readonly desks: number;
  /** Batches sent to instances of either release while both ran. */
  readonly batches: { readonly older: number; readonly newer: number };
  /** Before the first instance was replaced: kept apart because the older release cannot read it, and dossiers as it folded them. */
  readonly unread: number;
  readonly foldedBefore: number;
  /** From the start of the last new instance until nothing of either was left, ms. */
  readonly rightAfterMs: number;
  /** Let in by the province itself. */
  readonly letIn: number;
  readonly told: number;
  readonly acknowledged: number;
  readonly atProvince: number;
  readonly minutes: number;
}

const DESKS = 12;
/** Each instance looks once a minute for what an update left to do. */
const RIGHT_WITHIN_MS = 90_000;

/**
 * An update of the server under desks of the new release that push: two instances of the release before, one replaced, the other
 * killed and started again behind a schema that was added to, then replaced as well. Each request goes to either instance, so that
 * one log is taken in by both in turn. Nothing acknowledged is lost, nothing doubled; what the older one kept apart is in, and
 * what it folded is shown as the new one shows it.
 * @param before a commit whose server is the older one; null: this one with less
 * @param events acknowledged in each of the four times
 * @throws Error naming the first thing that is not so
 */
export async function proveReleases(
  seed: string,
  say: (what: string) => void = () => undefined,
  {
    before = null,
    desks = DESKS,
    events = 200,
  }: { readonly before?: string | null; readonly desks?: number; readonly events?: number } = {},
): Promise<ReleasesReport> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'quay-releases-'));
  const older = join(folder, 'older');
  if (before === null) olderServer(older);
  else serverAt(before, older);
  const cluster = await newCluster();
  const servers: ServerApart[] = [];
  let crowd: Crowd | null = null;
  const begin = async (sources?: string): Promise<ServerApart> => {
    const server = await serverApart(cluster.url, servers[0]?.folder, sources);
    servers.push(server);
    await server.start();
    return server;
  };
  try {
    await cluster.start();
    const [first, second] = [await begin(older), await begin(older)];
    const number = createHash('sha256').update(seed).digest().readUInt32BE(0);
    const way = routeOf(first, number);
    const plan = { desks, servers: [first.url], databaseUrl: cluster.url, seed: number, route: way.route };
    crowd = await crowdOfDesks(plan);
    way.open([first, second]);
    crowd.work();
    await crowd.moreAcknowledged(events);
    // A release that stood at a commit may read all there is.
    while (before === null && (await unreadIn(cluster)) === 0) await crowd.moreAcknowledged(1);
    const [unread, foldedBefore] = [await unreadIn(cluster), await foldedBeforeIn(cluster)];
    say(`${desks} desks at two instances of the release before, which cannot read ${unread} events`);

    way.open([second]);
    await first.stop();
    const third = await begin();
    way.open([second, third]);
    way.count();
    await crowd.moreAcknowledged(events);
    say('one instance is replaced: the schema was added to under the other');

    await second.kill();
    await second.start();
    await crowd.moreAcknowledged(events);
    const batches = { older: way.batchesTo(second), newer: way.batchesTo(third) };
    say(`the older one was killed and started again behind that schema; ${batches.older} and ${batches.newer} batches`);

    way.open([third]);
    await second.stop();
    const from = performance.now();
    const fourth = await begin();
    way.open([third, fourth]);
    while ((await unreadIn(cluster)) + (await foldedBeforeIn(cluster)) > 0) {
      if (performance.now() - from > RIGHT_WITHIN_MS) throw new Error('what the update left to do is not done');
      await pause(100);
    }
    const rightAfterMs = Math.round(performance.now() - from);
    await crowd.moreAcknowledged(events);
    const at = await crowd.settle(cluster.url);
    for (const each of [third, fourth]) if (each.hasFallen()) throw new Error('a server of this release has ended');
    return {
      seed,
      desks,
      batches,
      unread,
      foldedBefore,
      rightAfterMs,
      letIn: [...at.events.values()].filter(({ released }) => released).length,
      told: crowd.told.size,
      acknowledged: crowd.acknowledged.size,
      atProvince: at.events.size,
      minutes: (performance.now() - began) / 60_000,
    };
  } finally {
    await crowd?.close();
    for (const each of servers.toReversed()) await each.remove();
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sends each request to one of the instances that are open, by chance; `from` is where desks believe to send it. */
function routeOf(from: ServerApart, seed: number) {
  const chance = chanceOf(seed);
  let among: readonly ServerApart[] = [from];
  const sent = new Map<ServerApart, number>();
  return {
    open(servers: readonly ServerApart[]): void {
      among = servers;
    },
    /** Counts batches anew. */
    count: (): void => sent.clear(),
    batchesTo: (server: ServerApart): number => sent.get(server) ?? 0,
    route: (url: string): string => {
      const to = among[chance.below(among.length)] ?? from;
      if (url.endsWith('/v1/push')) sent.set(to, (sent.get(to) ?? 0) + 1);
      return url.replace(from.url, to.url);
    },
  };
}

async function unreadIn(cluster: Cluster): Promise<number> {
  return countIn(
    cluster,
    `event e join verdict v on v.log = e.log and v.seq = e.seq where e.quarantined and v.reason = 'XV-03'`,
  );
}

async function foldedBeforeIn(cluster: Cluster): Promise<number> {
  return countIn(cluster, `dossier_view where fold_version < ${FOLD_VERSION}`);
}

async function countIn(cluster: Cluster, what: string): Promise<number> {
  const [row] = await cluster.ask(`select count(*)::int as n from ${what}`, DATABASE);
  return Number(row?.['n']);
}
