import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinHall } from '../harness/join-hall.ts';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type DeskUser, type World } from '../harness/world.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';

/** Days without a line: one stick carries what every desk of the hall did, also of a machine that has burnt since. */

const OFFICE = 'xa-29905';
const OTHER = 'xa-29869';
let world: World;
beforeAll(async () => {
  world = await openWorld({ start: '2026-11-23T08:00:00', printer: () => textPrinter });
}, 120_000);
afterAll(() => world.close());

const atProvince = (id: string) => world.rows('select id from dossier_view where id = $1', [id]);

test('what a burnt machine had told through the hall comes to the province on a colleague’s stick, its log with it', async () => {
  const [burnt, keeper, carrier] = [
    await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' }),
    await world.desk({ office: OFFICE, counter: `${OFFICE}-q2`, place: 'Quầy 2' }),
    await world.desk({ office: OTHER, counter: `${OTHER}-q1`, place: 'Quầy 1' }),
  ];
  const [ngan, tam, lan] = [await burnt.as('ngan'), await keeper.as('tam'), await carrier.as('lan')];
  for (const [user, desk] of [
    [ngan, burnt],
    [tam, keeper],
  ] as const)
    await user.until(
      'status.get',
      {},
      ({ line }) => line.state === 'up' && (desk.store.reference.get('devices') ?? []).length === 2,
    );
  await ngan.call('hall.open', {});
  await joinHall(ngan, tam);
  // Nobody is told half of what the hall's opening wrote.
  await ngan.until('status.get', {}, ({ waiting }) => waiting.events === 0);
  [burnt, keeper].forEach((desk) => desk.setLine(false));

  const before = await taken(ngan);
  // It goes on in a log of its own making, of which the province has never heard.
  burnt.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  const after = await taken(ngan);
  for (const id of [before, after])
    await tam.until('dossier.recent', { limit: 50 }, (rows) => rows.some((row) => row.id === id));
  await burnt.close();

  expect((await tam.call('status.get', {})).waiting.heard).toBeGreaterThan(1);
  const file = await tam.call('courier.write', { skip: 0 });
  expect(file.left).toBe(0);
  const handedIn = await lan.call('courier.read', { bytes: file.bytes });
  if (handedIn.kind !== 'passedOn') throw new Error(handedIn.kind);
  for (const id of [before, after]) expect(await atProvince(id)).toHaveLength(1);
  const answered = await tam.call('courier.read', { bytes: handedIn.bytes });
  expect(answered).toMatchObject({ kind: 'answer', left: 0 });
  expect((await tam.call('status.get', {})).waiting.heard).toBe(0);
  for (const id of [before, after])
    expect((await tam.call('dossier.get', { id })).stand).toMatchObject({ state: 'inProvince' });
}, 240_000);

async function taken(user: DeskUser): Promise<string> {
  return (await receive(user, await fill(user, { applicant: people.marriage, procedureCode: '1.000894' }))).dossierId;
}
