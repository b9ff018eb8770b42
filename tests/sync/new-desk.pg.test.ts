import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { knownEvent } from '../../main/store/read-events.ts';
import { systemClock } from '../../main/clock.ts';
import { takeHistories } from '../../main/sync/histories.ts';
import { pullFeed } from '../../main/sync/pull.ts';
import { fillFeed } from '../bench/sync/filled-feed.ts';
import { benchDesk } from '../bench/sync/offline-desk.ts';
import { completeReceipt, receiveComplete } from '../harness/complete-receipt.ts';
import { demoProvince, type DemoProvince } from '../harness/demo-province.ts';
import { joinedDesk, signInAsOfficer, type JoinedDesk } from '../harness/joined-desk.ts';

/** A desk that comes new to an office with a history: real desks, real HTTP, the real server, real PostgreSQL. */

let province: DemoProvince;
const folders: string[] = [];
const desks: JoinedDesk[] = [];

beforeAll(async () => {
  province = await demoProvince();
}, 60_000);

afterAll(async () => {
  for (const desk of desks) await desk.desk.close();
  await province.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Of what was done at the office so far, whole or as the feed has it. */
const isHistory = (path: string): boolean => path === '/v1/pull/history' || path === '/v1/pull';

async function joins(send: typeof fetch): Promise<JoinedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'quay-'));
  folders.push(folder);
  const desk = await joinedDesk(folder, province, await province.enrolmentCode(), { fetch: send });
  desks.push(desk);
  await signInAsOfficer(desk);
  return desk;
}

test('its office’s open dossiers are there before the feed has brought anything', async () => {
  const first = await joins(fetch);
  const codes: string[] = [];
  for (let n = 0; n < 13; n++) {
    const content = await completeReceipt(first);
    const draft = await first.call('draft.create', { from: null });
    const { dossierId, code } = await first.call('receipt.receive', { draftId: draft.id, revision: 0, content });
    codes.push(code);
    await first.until('dossier.get', { id: dossierId }, (page) => page.row.stand === 'inProvince');
  }
  const asked: string[] = [];
  // Nothing behind them ever answers.
  const second = await joins((url, init) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url);
    asked.push(pathname);
    return isHistory(pathname) ? Promise.reject(new TypeError('cut')) : fetch(url, init);
  });
  for (const text of codes) {
    const { dossiers } = await second.until('search.all', { text, limit: 5 }, (found) => found.dossiers.length > 0);
    expect(dossiers).toHaveLength(1);
  }
  // Thirteen are two pages.
  expect(asked.filter((path) => path.startsWith('/v1/pull')).slice(0, 3)).toEqual([
    '/v1/pull/open',
    '/v1/pull/open',
    '/v1/pull/history',
  ]);
});

test('its counter works while years of its office still come, is told how many are left, and what it writes is sent meanwhile', async () => {
  await fillFeed(province, 2200);
  let held = Promise.withResolvers<void>();
  let pages = 0;
  const desk = await joins(async (url, init) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url);
    if (isHistory(pathname)) pages += 1;
    // The first page comes, the others wait until they are let through.
    if (isHistory(pathname) && pages > 1) await held.promise;
    return fetch(url, init);
  });
  await desk.until('status.get', {}, ({ line }) => line.state === 'receiving' && line.left > 500);
  const { dossierId, code } = await receiveComplete(desk);
  expect((await desk.call('search.all', { text: code, limit: 5 })).dossiers).toHaveLength(1);
  // One page more, and the history is far from its end.
  held.resolve();
  held = Promise.withResolvers<void>();
  await desk.until('dossier.get', { id: dossierId }, (page) => page.row.stand === 'inProvince');
  const { line } = await desk.call('status.get', {});
  expect(line).toMatchObject({ state: 'receiving' });
  held.resolve();
  await desk.until('status.get', {}, (status) => status.line.state === 'up' && status.waiting.events === 0);
});

test('whole histories and the feed behind them leave the desk with what the province has', async () => {
  const desk = await benchDesk(province);
  const client = new pg.Client({ connectionString: await province.databaseUrl() });
  await client.connect();
  try {
    const { store, province: line, serverPublicKey } = desk;
    let told = 0;
    const options = {
      store,
      province: line,
      clock: systemClock,
      serverPublicKey,
      progressed: () => void (told += 1),
      between: { isDue: () => false, go: () => Promise.resolve() },
      stopped: () => false,
    };
    await takeHistories(options);
    await pullFeed(options);
    expect(told).toBeGreaterThan(3);
    const { rows } = await client.query<{ id: string; dossier: string; number: string }>(
      `select e.id, e.aggregate_id as dossier, f.number from feed f join event e on e.log = f.log and e.seq = f.seq
       where f.office = $1 and not e.quarantined`,
      [desk.office],
    );
    expect(rows.length).toBeGreaterThan(2200);
    expect(rows.filter(({ id }) => (store.log?.hashOf(id) ?? null) === null)).toEqual([]);
    const last = Math.max(...rows.map(({ number }) => Number(number)));
    const { cursor = '', epoch = '' } = store.meta.get('feed') ?? {};
    expect(Buffer.from(cursor, 'base64url').toString()).toBe(`${epoch}.${last}`);
    // Each dossier is what all of its events come to.
    const histories = Map.groupBy(rows, ({ dossier }) => dossier);
    for (const id of histories.keys()) {
      const history = store.log?.ofAggregate(id) ?? [];
      expect(history).toHaveLength(histories.get(id)?.length ?? 0);
      expect(store.dossiers.get(id)).toEqual(foldDossier(id, history.map(knownEvent)));
    }
  } finally {
    await client.end();
    desk.remove();
  }
});
