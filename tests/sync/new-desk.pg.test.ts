import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillFeed } from '../bench/sync/filled-feed.ts';
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
  // The feed itself never answers.
  const second = await joins((url, init) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url);
    asked.push(pathname);
    return pathname === '/v1/pull' ? Promise.reject(new TypeError('cut')) : fetch(url, init);
  });
  for (const text of codes) {
    const { dossiers } = await second.until('search.all', { text, limit: 5 }, (found) => found.dossiers.length > 0);
    expect(dossiers).toHaveLength(1);
  }
  // Thirteen are two pages.
  expect(asked.filter((path) => path.startsWith('/v1/pull')).slice(0, 3)).toEqual([
    '/v1/pull/open',
    '/v1/pull/open',
    '/v1/pull',
  ]);
});

test('its counter works while years of its office still come, is told how many are left, and what it writes is sent meanwhile', async () => {
  await fillFeed(province, 2200);
  let held = Promise.withResolvers<void>();
  let pages = 0;
  const desk = await joins(async (url, init) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url);
    if (pathname === '/v1/pull') pages += 1;
    // The first page comes, the others wait until they are let through.
    if (pathname === '/v1/pull' && pages > 1) await held.promise;
    return fetch(url, init);
  });
  await desk.until('status.get', {}, ({ line }) => line.state === 'receiving' && line.left > 500);
  const { dossierId, code } = await receiveComplete(desk);
  expect((await desk.call('search.all', { text: code, limit: 5 })).dossiers).toHaveLength(1);
  // One page more, and the feed is far from its end.
  held.resolve();
  held = Promise.withResolvers<void>();
  await desk.until('dossier.get', { id: dossierId }, (page) => page.row.stand === 'inProvince');
  const { line } = await desk.call('status.get', {});
  expect(line).toMatchObject({ state: 'receiving' });
  held.resolve();
  await desk.until('status.get', {}, (status) => status.line.state === 'up' && status.waiting.events === 0);
});
