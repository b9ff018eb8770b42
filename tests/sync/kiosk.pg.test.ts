import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSPHRASE } from '../../main/desk/enrolment.ts';
import { keyFromPassphrase, readKeyFile } from '../../main/store/key-file.ts';
import { foundInFolder } from '../harness/found-in-folder.ts';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type World, type WorldDesk } from '../harness/world.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';

/** A kiosk with a line to the province and a place in the hall: nobody's dossier and none of the staff comes onto its disk by either way. */

const OFFICE = 'xa-29905';
let world: World;

beforeAll(async () => {
  world = await openWorld({ start: '2026-11-23T08:00:00', printer: () => textPrinter });
}, 120_000);
afterAll(() => world.close());

function foundAt({ dataDir }: WorldDesk, words: readonly string[]): Record<string, string[]> {
  const keys = readKeyFile(join(dataDir, 'keys.json'));
  if (keys === null) throw new Error('no key file');
  return foundInFolder(dataDir, keyFromPassphrase(keys, DEMO_PASSPHRASE), words);
}

test('dossiers of before and after it was enrolled, by the feed and by the hall, are nowhere on the kiosk’s disk', async () => {
  const applicant = people.marriage;
  const planted = [applicant.name, applicant.personalId];
  const staff: string[] = [];
  const desk = await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' });
  const ngan = await desk.as('ngan');
  await receive(ngan, await fill(ngan, { applicant, procedureCode: '1.000894' }));
  await ngan.until('status.get', {}, ({ waiting }) => waiting.events === 0);

  const kiosk = await world.desk({ office: OFFICE, counter: `${OFFICE}-lay-so`, place: 'Máy lấy số', kind: 'kiosk' });
  const other = await world.desk({ office: OFFICE, counter: `${OFFICE}-q2`, place: 'Quầy 2' });
  const helper = kiosk.page();
  for (const [machine, user] of [
    [desk, ngan],
    [kiosk, helper],
  ] as const) {
    await user.until(
      'status.get',
      {},
      ({ line }) => line.state === 'up' && (machine.store.reference.get('devices') ?? []).length === 3,
    );
  }
  for (const { name, password } of desk.store.reference.get('users') ?? [])
    staff.push(name, password.salt, password.hash);
  expect(staff.length).toBeGreaterThan(12);
  await ngan.call('hall.open', {});
  const { code, addresses } = await ngan.call('hall.newCode', {});
  await helper.until('hall.status', {}, ({ state }) => state !== 'seeking');
  await helper.call('hall.join', { address: `127.0.0.1:${addresses[0]?.split(':')[1] ?? ''}`, code });
  await helper.until('hall.status', {}, ({ state }) => state === 'linked');
  await receive(ngan, await fill(ngan, { applicant, procedureCode: '1.000894' }));
  await ngan.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const page = kiosk.page();
  await page.until('kiosk.view', {}, ({ state }) => state === 'open');
  const asked = { series: 'A', priority: null, card: null, slip: null, language: 'vi' } as const;
  const { number } = await page.call('kiosk.take', asked);
  expect(number).toMatch(/^A\d+$/);
  // It has looked through the feed as far as the other desk, which has the dossiers.
  await ngan.until('status.get', {}, ({ waiting }) => waiting.events === 0);
  const lan = await other.as('tam');
  await lan.until('status.get', {}, () => other.store.dossiers.recent(10).length === 2);
  const feed = other.store.meta.get('feed')?.cursor;
  await page.until('status.get', {}, () => kiosk.store.meta.get('feed')?.cursor === feed);
  expect(kiosk.store.dossiers.recent(10)).toEqual([]);

  await kiosk.desk.close();
  expect(foundAt(kiosk, [...planted, ...staff])).toEqual({});
  await other.desk.close();
  expect(foundAt(other, [...planted, ...staff])['desk.db']).toEqual(expect.arrayContaining([...planted, ...staff]));
}, 120_000);
