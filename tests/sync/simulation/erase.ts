import type { LogEvent } from '../../../domain/log/envelope.ts';
import { eraseAgain } from '../../../server/erasure/again.ts';
import { erase } from '../../../server/erasure/erase.ts';
import type { ErasureList } from '../../../server/erasure/list.ts';
import type { Erasable } from '../../../server/erasure/thing.ts';
import { portalKeyOf } from '../../../server/keys.ts';
import type { PortalPorts } from '../../../server/portal/write.ts';
import type { Db } from '../../../server/store/pool.ts';
import { insertPortalLog, openPortal, portalPlace, type PortalPlace } from '../../../server/store/portal.ts';
import { foundInFolder } from '../../harness/found-in-folder.ts';
import { seededRandomness } from '../../harness/test-desk.ts';
import { holds } from './broken.ts';
import { databaseKeyIn } from './losses.ts';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** Erasure by law, at any moment, and nothing of it left at rest. */

/**
 * A word that stands in what is said of one thing and nowhere else: a name on the receipt of a dossier, in a counter's
 * note, where a ticket's sealed card would be. Letters alone, so that the search's index holds it as it is.
 */
export function planted(id: string): string {
  const digits = id.slice(-12).replaceAll(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
  return `gieo${digits}`;
}

/** The list of erasures outside the database: what no restore takes back. */
export interface SimErasures {
  readonly list: ErasureList;
  /** Ids of everything the province has written down to be erased. */
  readonly ids: Set<string>;
  ports(db: Db): PortalPorts;
  portal(db: Db): Promise<PortalPlace>;
  newLog(): string;
}

export function simErasures({ seed, time, prepared }: Pick<World, 'seed' | 'time' | 'prepared'>): SimErasures {
  const listed: LogEvent[] = [];
  const ids = new Set<string>();
  const drawn = seededRandomness(`province ${seed}`);
  const random = { id: () => drawn.id(), bytes: (count: number) => Buffer.from(drawn.bytes(count)) };
  const { key } = prepared;
  const portalKey = portalKeyOf(key);
  return {
    ids,
    list: {
      path: 'erasures.jsonl',
      read: () => [...listed],
      add(events) {
        const fresh = events.filter(({ envelope }) => !ids.has(envelope.id));
        listed.push(...fresh);
        for (const { envelope } of fresh) ids.add(envelope.id);
      },
    },
    ports: (db) => ({
      db,
      clock: time,
      random,
      key,
      portalKey,
      grown: () => undefined,
      poisoned: (error) => {
        throw error;
      },
    }),
    portal: (db) =>
      openPortal(db, { publicKey: portalKey.publicKey, device: random.id(), log: random.id(), now: time.now() }),
    newLog: () => random.id(),
  };
}

const ORDER = {
  reason: 'Luật Bảo vệ dữ liệu cá nhân',
  document: { number: '12/QĐ-TA', date: '2026-11-24' },
  orderedBy: 'Tòa án nhân dân khu vực 9',
  events: null,
};
/** Events in which a word is planted. */
const SAYING = ['dossier.received', 'counterDay.reopened', 'ticket.issued'];

/** The province erases something it holds, whatever the desks are doing. */
export async function eraseSomething({ server, erasures, chance, coverage }: World): Promise<boolean> {
  await server.release();
  const held = await server.rows<{ id: string; kind: Erasable }>(
    `select distinct aggregate_id as id, aggregate as kind from event
     where type = any($1) and body is not null and not quarantined order by 1`,
    [SAYING],
  );
  if (held.length === 0) return false;
  const thing = chance.of(held);
  const written = await server.change(async (db) =>
    erase(erasures.ports(db), await erasures.portal(db), erasures.list, thing, ORDER),
  );
  coverage.note('faults', written === null ? 'killed over an erasure' : `erased by law: ${thing.kind}`);
  return written !== null;
}

/** What `cli.ts restored` does for it, before any desk is answered. */
export async function eraseWhatIsListed({ server, erasures, coverage }: World): Promise<void> {
  // Killed over it, it is done again.
  for (let again: number | null = null; again === null;) {
    again = await server.change(async (db) => {
      const portal = await portalPlace(db);
      if (portal !== null) await insertPortalLog(db, { ...portal, log: erasures.newLog() });
      const { list } = erasures;
      return list.read().length === 0 ? 0 : eraseAgain(erasures.ports(db), await erasures.portal(db), list);
    });
    if (again !== null && again > 0) coverage.note('faults', 'erased again after a restore', again);
  }
}

/**
 * Nothing of what was erased is in any table of the province or in any file of a desk that has a line: events named have
 * no body, and the words planted are in no page of a database, no copy, no journal. @throws PromiseBroken
 */
export async function checkErased(world: World, living: readonly SimDesk[]): Promise<void> {
  const { server, coverage } = world;
  const erased = await server.rows<{ thing: string; named: string[] }>(
    `select aggregate_id as thing, array(select x ->> 'id' from jsonb_array_elements(body::jsonb -> 'events') x) as named
     from event where type like '%.erased' order by id`,
  );
  if (erased.length === 0) return;
  const named = erased.flatMap((each) => each.named);
  const bodies = await server.rows<{ id: string; type: string }>(
    'select id, type from event where id = any($1) and (body is not null or salt is not null)',
    [named],
  );
  holds(bodies.length === 0, 'erasure', () => `the province still holds ${JSON.stringify(bodies)}`);
  const words = await wordsGone(world, [...new Set(erased.map(({ thing }) => thing))]);
  const tables = await server.rows<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  for (const { name } of tables) {
    const hits = await server.rows<{ row: string }>(
      `select left(t::text, 300) as row from "${name}" t where t::text ~* any($1) limit 1`,
      [words],
    );
    holds(hits.length === 0, 'erasure', () => `${name} of the province: ${hits[0]?.row ?? ''}`);
  }
  for (const desk of living.filter(({ isRevoked }) => !isRevoked)) {
    await followed(world, desk);
    const path = await desk.shut();
    const both = words.flatMap((word) => [word, `G${word.slice(1)}`]);
    const hits = foundInFolder(path, databaseKeyIn(path), both);
    holds(Object.keys(hits).length === 0, 'erasure', () => `${desk.name} still holds ${JSON.stringify(hits)}`);
  }
  coverage.note('erased, looked for in every page', 'things', words.length);
}

/** Of things whose every word is gone: one that was killed over, or whose beginning came in anew, may have been erased in part. */
async function wordsGone({ server }: World, things: readonly string[]): Promise<string[]> {
  const rows = await server.rows<{ id: string }>(
    'select aggregate_id as id from event where aggregate_id = any($1) and type = any($2) and body is not null',
    [things, SAYING],
  );
  const left = new Set(rows.map(({ id }) => id));
  return things.filter((id) => !left.has(id)).map(planted);
}

/** Files and copies follow, the file is written anew with the close, and the copies follow that: as in a desk's next days. */
async function followed(world: World, desk: SimDesk): Promise<void> {
  for (const stamp of ['2030-01-01T00-00-00', '2030-01-02T00-00-00']) {
    await (await world.life(desk)).opened.context.store.followErasures(stamp);
    await desk.shut();
  }
}
