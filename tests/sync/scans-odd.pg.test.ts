import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Fetch } from '../../main/desk/ports.ts';
import { systemRandom } from '../../main/random.ts';
import { fetchScan } from '../../main/sync/fetch-scan.ts';
import { forgetLost } from '../../server/scans/lost.ts';
import { saying, scanDesk, type ScanDesk } from '../harness/scan-desk.ts';
import { OFFICE, testProvince, type TestProvince } from '../harness/test-server.ts';

/** What the simulation found of digitised papers: each once, as small as it gets. */

let province: TestProvince;
let url = '';
let desk: ScanDesk;
let line: Fetch;

beforeAll(async () => {
  province = await testProvince();
  url = await province.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => province.close());
beforeEach(async () => {
  line = fetch;
  desk = await scanDesk(
    province,
    () => url,
    await province.enrol(OFFICE),
    () => line,
  );
});
afterEach(() => desk.close());

const placeOf = (hash: string): string => join(desk.scans, hash.slice(0, 2), hash);

test('the file store was put back from an older copy than the database: what it lacks is forgotten and sent again', async () => {
  const gone = await desk.digitise(50_000);
  const half = await desk.digitise(60_000);
  const whole = await desk.digitise(70_000);
  await desk.push();
  const all = [gone, half, whole];
  await desk.until(() => all.every(({ hash }) => desk.stand(hash) === 'sent'));
  const kept = await province.db.selectFrom('scan_file').select(['hash', 'stored_as']).execute();
  const stored = ({ hash }: { hash: string }) =>
    join(province.scanFolder, kept.find((row) => row.hash === hash)?.stored_as ?? '');
  rmSync(stored(gone));
  truncateSync(stored(half), 1000);
  const ports = { db: province.db, store: province.scans };
  expect([await forgetLost(ports), await forgetLost(ports)]).toEqual([2, 0]);
  desk.store.transact(() => desk.store.toSend.sendAllAgain());
  await desk.until(() => all.every(({ hash }) => desk.stand(hash) === 'sent'));
  for (const { hash, dossierId } of all)
    expect((await fetchScan(desk.province, { hash, dossierId, person: 'u-1' })).length).toBeGreaterThan(49_999);
});

test('set aside by a clock that was years ahead: once it is right, the paper is tried again', async () => {
  const { hash } = await desk.digitise(20_000);
  await desk.push();
  desk.store.transact(() => desk.store.toSend.setAside(hash, 'SH-14', desk.clock.now() + 3650 * 86_400_000));
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(desk.store.toSend.count().setAside).toBe(0);
});

test('a file cut short on the disk is set aside as damaged', async () => {
  const { hash } = await desk.digitise(20_000);
  await desk.push();
  truncateSync(placeOf(hash), 5_000);
  await desk.until(() => desk.stand(hash) !== 'waiting');
  expect(desk.stand(hash)).toBe('SH-09');
});

test.each([200, 404, 405, 407, 408, 422])(
  'one who answers everything on the way (the page of a Wi-Fi, a proxy: %i) sets no paper aside',
  async (status) => {
    const { hash } = await desk.digitise(20_000);
    await desk.push();
    for (const method of ['POST', 'PATCH', 'HEAD', 'GET']) {
      let answers = 5;
      line = (target, init) => {
        // How much of it arrived is asked where nobody has said so.
        if (method === 'HEAD' && init.method === 'PATCH' && answers > 0) return Promise.reject(new TypeError('cut'));
        if (init.method !== method || answers === 0) return fetch(target, init);
        answers -= 1;
        return Promise.resolve(saying(status)());
      };
      await desk.until(() => answers === 0 || desk.stand(hash) !== 'waiting');
      expect([method, desk.stand(hash)]).toEqual([method, 'waiting']);
    }
    await desk.until(() => desk.stand(hash) === 'sent');
  },
);

test('one on the way who takes no body at all sets no paper aside: it is not too large', async () => {
  const { hash } = await desk.digitise(20_000);
  await desk.push();
  let answers = 12;
  line = (target, init) => {
    if (!(init.body instanceof Uint8Array) || answers === 0) return fetch(target, init);
    answers -= 1;
    return Promise.resolve(saying(413)());
  };
  await desk.until(() => answers === 0 || desk.stand(hash) !== 'waiting');
  expect(desk.stand(hash)).toBe('waiting');
  await desk.until(() => desk.stand(hash) === 'sent');
});

test('the province’s word from before it was put back is not taken for its word of now', async () => {
  const { hash, dossierId } = await desk.digitise(20_000);
  await desk.push();
  desk.store.transact(() => desk.store.meta.set('feed', { epoch: systemRandom.id(), cursor: '1' }));
  let isPutBack = false;
  line = async (target, init) => {
    const answer = await fetch(target, init);
    if (isPutBack || !target.endsWith('/receipt')) return answer;
    // While the answer is on its way: an older copy, which the desk hears of from its feed first.
    isPutBack = true;
    await province.db.deleteFrom('scan_file').where('hash', '=', hash).execute();
    desk.store.transact(() => {
      desk.store.toSend.sendAllAgain();
      desk.store.meta.set('feed', { epoch: systemRandom.id(), cursor: '1' });
    });
    return answer;
  };
  await desk.until(() => isPutBack && desk.stand(hash) === 'sent');
  expect(await fetchScan(desk.province, { hash, dossierId, person: 'u-1' })).toHaveLength(20_000);
});

test('taken out of its dossier while the province was put back, and put in again: the paper is asked for again', async () => {
  const { hash, dossierId } = await desk.digitise(20_000);
  await desk.push();
  await desk.until(() => desk.stand(hash) === 'sent');
  await province.db.deleteFrom('scan_file').where('hash', '=', hash).execute();
  desk.store.transact(() => desk.store.scans.named(dossierId, []));
  desk.store.transact(() => desk.store.toSend.sendAllAgain());
  desk.store.transact(() => desk.store.scans.named(dossierId, [hash]));
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(await fetchScan(desk.province, { hash, dossierId, person: 'u-1' })).toHaveLength(20_000);
});
