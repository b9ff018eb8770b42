import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { pino } from 'pino';
import { createServer } from '../../../server/app.ts';
import { usualLimits } from '../../../server/ports.ts';
import { createScrypt } from '../../../server/scrypt.ts';
import { copyDatabase, type Db } from '../../../server/store/pool.ts';
import { changeProvince } from '../../../server/store/province.ts';
import { revocationListIn } from '../../../server/revocation/list.ts';
import { revoke, revokedAgain } from '../../../server/revocation/revoke.ts';
import { forgetLost } from '../../../server/scans/lost.ts';
import type { ScanStore } from '../../../server/scans/store.ts';
import { methodOf, textsOf, type Answered, type Asked } from './asked.ts';
import type { SigningKey } from '../../../contract/signing.ts';
import type { Randomness } from '../../../server/ports.ts';
import type { ScanServerPoint } from './scan-points.ts';
import type { SimTime } from './time.ts';
import { allInTurn, serverTurns } from './server-turns.ts';
import {
  routes,
  scanPoints,
  serverPoints,
  watchedDatabase,
  type ServerPoint,
  type WatchedDatabase,
} from './watched-database.ts';
import { putFolder, watchedScans } from './watched-scans.ts';

/** The real server over real PostgreSQL, with a hand on its life. */
export interface SimServer {
  /** Told the answer; null where the server died over it. Never rejects. */
  ask(asked: Asked, answered: (answer: Answered | null) => void): void;
  /** When every request at work is answered, or waits for what is held. */
  quiet(): Promise<void>;
  /** Dies at these points, each of the next work of its kind, or at once (null). */
  kill(points: readonly ServerPoint[] | null): Promise<void>;
  /** Dies at that point of the next digitised paper. */
  killOverScan(point: ScanServerPoint): void;
  /** The file store has no room for so many chunks. */
  fillDisk(chunks: number): void;
  /** The next push stands before its commit until `release`. */
  hold(): void;
  readonly isHeld: boolean;
  /** Grows with every request that ends, and with every change of the database from outside. */
  readonly changes: number;
  release(): Promise<void>;
  /** A copy of the database and of the file store as they stand. */
  copy(): Promise<void>;
  /**
   * Puts the last copy of the database back, with that of the file store or beside the store as it is, and begins a new epoch.
   * @returns false where there is none
   */
  restore(what: Restored): Promise<boolean>;
  /** The province's file store. */
  readonly scans: ScanStore;
  revoke(device: string): Promise<void>;
  /** The command line at work beside the server, which answers nobody meanwhile. @returns null: it died over it */
  change<T>(work: (db: Db) => Promise<T>): Promise<T | null>;
  rows<R extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** What an administrator puts back: both of the same moment, the database alone, or the files alone. */
export type Restored = 'both' | 'database' | 'files';

export interface SimServerOptions {
  /** Of the cluster's maintenance database. */
  readonly maintenance: string;
  /** The database this province begins with. */
  readonly template: string;
  readonly key: SigningKey;
  /** Folder of its file store; made when missing. */
  readonly scansIn: string;
  readonly time: SimTime;
  readonly random: Randomness;
  /** Told each kill point as it is hit. */
  readonly killed: (point: ServerPoint | 'anywhere') => void;
  /** Told each kill point of a digitised paper as it is hit. */
  readonly killedOverScan: (point: ScanServerPoint) => void;
  /** Told each chunk the file store has no room for. */
  readonly full: () => void;
  /** Told that a push stands before its commit. */
  readonly stands: () => void;
}

class ServerKilled extends Error {
  override readonly name = 'ServerKilled';
}

const limits = { ...usualLimits, device: 1e6, address: 1e6, guesses: 1e6 };

export async function simServer(options: SimServerOptions): Promise<SimServer> {
  const { maintenance, template, key, scansIn, time, random, killed, killedOverScan, full, stands } = options;
  const admin = new pg.Client({ connectionString: maintenance });
  await admin.connect();
  const made: string[] = [];
  const copyOf = async (name: string): Promise<string> => {
    const url = await copyDatabase(maintenance, name);
    made.push(nameIn(url));
    return url;
  };
  let url = await copyOf(template);
  let saved: string | null = null;
  let database: WatchedDatabase;
  let app: FastifyInstance;
  /** Grows with each death: what belongs to an earlier life is answered by nobody. */
  let life = 0;
  let scans: ScanStore;
  let dying: readonly ServerPoint[] = [];
  let dieOverScan: ScanServerPoint | null = null;
  let fullFor = 0;
  let holding = false;
  let held: (() => void) | null = null;
  let atWork = 0;
  let changes = 0;
  let isDead = false;
  let asks = 0;
  /** Told in the order they were asked in: those that died together end in any. */
  const answers: { readonly n: number; readonly tell: () => void }[] = [];
  const turns = serverTurns();
  /** Whether a statement, asked by the request at work, is that moment. */
  const isAt = ({ of, when, during }: (typeof serverPoints)[ServerPoint], statement: string, now: string): boolean =>
    when === now && of.test(statement) && (routes[during] === null || routes[during] === turns.target());
  let look: pg.Client | null = null;
  /** Whoever waits until something at work has changed: asking again and again would take PostgreSQL its processor. */
  let watching: (() => void)[] = [];
  const stir = (): void => {
    changes += 1;
    const told = watching;
    watching = [];
    told.forEach((tell) => tell());
  };
  const scrypt = createScrypt(1, 10);
  // What no restore takes back.
  const revocations = revocationListIn(`${scansIn} kept`);

  const diesOverScan = (point: ScanServerPoint): void => {
    if (dieOverScan !== point) return;
    dieOverScan = null;
    killedOverScan(point);
    end();
    throw new ServerKilled();
  };
  const start = async (): Promise<void> => {
    isDead = false;
    const own = life;
    database = watchedDatabase(url, async (statement, when) => {
      if (own !== life) {
        if (when !== 'before') turns.failed();
        throw new ServerKilled();
      }
      if (when === 'failed') return turns.failed();
      if (when === 'after') await turns.ended();
      if (own !== life) throw new ServerKilled();
      const point = dying.find((each) => isAt(serverPoints[each], statement, when));
      if (point !== undefined) {
        dying = dying.filter((each) => each !== point);
        die(point);
        throw new ServerKilled();
      }
      if (when === 'after') {
        if (scanPoints['upload noted'].test(statement)) diesOverScan('upload noted');
        if (scanPoints.kept.test(statement)) diesOverScan('kept');
        return;
      }
      if (holding && statement === 'commit') {
        holding = false;
        turns.giveUp();
        stands();
        await new Promise<void>((go) => {
          held = go;
          stir();
        });
        if (own !== life) throw new ServerKilled();
      }
      await turns.begins();
      if (own === life) return;
      turns.failed();
      throw new ServerKilled();
    });
    scans = await watchedScans(
      scansIn,
      key,
      (point) => {
        if (own !== life) throw new ServerKilled();
        if (point !== 'at work') diesOverScan(point);
      },
      () => {
        if (fullFor === 0) return false;
        fullFor -= 1;
        full();
        return true;
      },
    );
    app = createServer({
      db: database.db,
      clock: time,
      random,
      keys: { server: key },
      config: { demo: null, limits },
      log: pino({ level: 'silent' }),
      scans,
      revocations,
      scrypt,
    });
  };
  const die = (point: ServerPoint | 'anywhere'): void => {
    killed(point);
    end();
  };
  const end = (): void => {
    life += 1;
    isDead = true;
    database.cut();
    turns.free();
    held?.();
    held = null;
    holding = false;
  };
  /** Only when nothing is at work. */
  const stop = async (): Promise<void> => {
    await look?.end();
    look = null;
    // A server that answers before its commit has one that waits still.
    turns.free();
    await app.close();
    await database.close();
    scans.close();
  };
  /** How many statements wait for a lock of PostgreSQL. */
  const locked = async (): Promise<number> => {
    const { rows } = await admin.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
      [nameIn(url)],
    );
    return rows[0]?.waiting ?? 0;
  };
  const atWorkNow = (): number => atWork - (held === null ? 0 : 1);
  const quiet = async (): Promise<void> => {
    await new Promise((soon) => setImmediate(soon));
    await allInTurn(turns, {
      atWork: () => atWork,
      isHeld: () => held !== null,
      isDead: () => isDead,
      locked,
      changed: () => new Promise<void>((changed) => watching.push(changed)),
    });
    for (const { tell } of answers.splice(0).sort((a, b) => a.n - b.n)) tell();
    if (atWorkNow() > 0 || !isDead) return;
    await stop();
    await start();
  };
  const reopen = async (change: () => Promise<void>): Promise<void> => {
    await server.release();
    await quiet();
    await stop();
    await change();
    changes += 1;
    await start();
  };
  await start();

  const server: SimServer = {
    get isHeld() {
      return held !== null;
    },
    get changes() {
      return changes;
    },
    ask({ method, target, headers, body }, answered) {
      const own = life;
      atWork += 1;
      asks += 1;
      const n = asks;
      const over = (answer: () => Answered | null): void => {
        atWork -= 1;
        stir();
        answers.push({ n, tell: () => answered(answer()) });
      };
      const payload = body === null ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) };
      turns
        .as(target, async () =>
          app.inject({ method: methodOf(method), url: target, headers: { ...headers }, ...payload }),
        )
        .then(
          (reply) => {
            const answer = { status: reply.statusCode, headers: textsOf(reply.headers), body: reply.body };
            over(() => (own === life ? answer : null));
          },
          () => over(() => null),
        );
    },
    quiet,
    async kill(points) {
      if (points !== null) {
        // One of each kind of work: what is seldom done is waited for while what is often done dies.
        const kinds = points.map((point) => serverPoints[point].during);
        dying = [...dying.filter((each) => !kinds.includes(serverPoints[each].during)), ...points];
        return;
      }
      die('anywhere');
      await quiet();
    },
    killOverScan(point) {
      dieOverScan = point;
    },
    fillDisk(chunks) {
      fullFor = chunks;
    },
    get scans() {
      return scans;
    },
    hold() {
      holding = held === null;
    },
    async release() {
      holding = false;
      held?.();
      held = null;
      await quiet();
    },
    copy: () =>
      reopen(async () => {
        saved = nameIn(await copyOf(nameIn(url)));
        putFolder(scansIn, `${scansIn} saved`);
      }),
    async restore(what) {
      const from = saved;
      if (from === null) return false;
      await reopen(async () => {
        if (what !== 'files') url = await copyOf(from);
        if (what !== 'database') putFolder(`${scansIn} saved`, scansIn);
      });
      // Whoever puts it back gives the order again where it dies over it: nobody is answered before it is done.
      const later = dying;
      dying = [];
      await revokedAgain(database.db, revocations, time.now());
      await forgetLost({ db: database.db, store: scans });
      await changeProvince(database.db, { epoch: random.id(), restored_at: time.now() });
      dying = later;
      return true;
    },
    async revoke(device) {
      // Whoever gave the order gives it again where the server died over it.
      for (let done: true | null = null; done === null;) {
        done = await server.change(async (db) => {
          await revoke(db, revocations, { device, trusted: null, why: null }, time.now());
          return true as const;
        });
      }
    },
    async change(work) {
      await server.release();
      const own = life;
      try {
        return await work(database.db);
      } catch (error) {
        if (own === life) throw error;
        return null;
      } finally {
        await quiet();
        changes += 1;
      }
    },
    async rows(sql, values = []) {
      if (look === null) {
        look = new pg.Client({ connectionString: url });
        await look.connect();
      }
      return (await look.query(sql, [...values])).rows;
    },
    async close() {
      await server.release();
      await stop();
      for (const name of made)
        await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
      await admin.end();
    },
  };
  return server;
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}
