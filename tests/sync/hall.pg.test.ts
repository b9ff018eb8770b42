import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { joinHall } from '../harness/join-hall.ts';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type World, type WorldDesk } from '../harness/world.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';
import { returnTo } from '../tour/day/result.ts';
import { byReceipt, granted, handOver } from '../tour/day/unit.ts';

/** The office as one: with the line to the province cut, its desks go on together through the hall. */

const OFFICE = 'xa-29905';
let world: World;

beforeAll(async () => {
  world = await openWorld({ start: '2026-11-23T08:00:00', printer: () => textPrinter });
}, 120_000);
afterAll(() => world.close());

/** Every view of a desk, by dossier. */
function viewsOf(desk: WorldDesk): Map<string, string> {
  return new Map(
    desk.store.dossiers.recent(1000).map((view) => [view.id, canonical(JSON.parse(JSON.stringify(view)) as Json)]),
  );
}

test('with the line cut the desks of an office see, hand over and return through the hall; then all agree, byte for byte', async () => {
  const desks = [
    await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' }),
    await world.desk({ office: OFFICE, counter: `${OFFICE}-q2`, place: 'Quầy 2' }),
    await world.desk({ office: OFFICE, counter: `${OFFICE}-tu-phap`, place: 'Tư pháp', use: 'unit' }),
  ] as const;
  const [first, second, unit] = desks;
  const ngan = await first.as('ngan');
  const tam = await second.as('tam');
  const thuy = await unit.as('thuy');
  // Each has heard of the others from the province: without that no code lets anybody in.
  for (const desk of desks) {
    await (desk === first ? ngan : desk === second ? tam : thuy).until(
      'status.get',
      {},
      ({ line }) => line.state === 'up' && (desk.store.reference.get('devices') ?? []).length === 3,
    );
  }
  await ngan.call('hall.open', {});
  await joinHall(ngan, tam);
  await joinHall(ngan, thuy);

  desks.forEach((desk) => desk.setLine(false));
  const received = await receive(ngan, await fill(ngan, { applicant: people.marriage, procedureCode: '1.000894' }));
  const id = received.dossierId;
  await ngan.call('slip.print', { dossierId: id, form: '01', about: null });
  // At the other counter, with its stand said as it is: heard, not in the provincial system.
  await tam.until('dossier.recent', { limit: 10 }, (rows) => rows.some((row) => row.id === id));
  expect((await tam.call('dossier.get', { id })).stand).toMatchObject({ state: 'sent', confirmed: 0 });

  await handOver(ngan, thuy, [id], byReceipt(ngan));
  await thuy.call('processing.finish', { id, ...granted('Giấy chứng nhận kết hôn', '41/2026') });
  await handOver(thuy, tam, [id], byReceipt(ngan));
  await returnTo(tam, id, { kind: 'applicant' });
  // Each hears it in its own time.
  for (const user of [ngan, tam, thuy]) await user.until('dossier.get', { id }, ({ row }) => row.state === 'returned');
  expect((await world.rows('select id from dossier_view where id = $1', [id])).length).toBe(0);
  expect(viewsOf(first)).toEqual(viewsOf(second));
  expect(viewsOf(first)).toEqual(viewsOf(unit));

  desks.forEach((desk) => desk.setLine(true));
  for (const user of [ngan, tam, thuy])
    await user.until('dossier.get', { id }, ({ stand }) => stand.state === 'inProvince');
  const [atServer] = await world.rows('select view from dossier_view where id = $1', [id]);
  for (const desk of desks) {
    const views = viewsOf(desk);
    expect(views.get(id)).toBe(canonical(JSON.parse(String(atServer?.['view'])) as Json));
    expect(desk.store.hearing.waitingLogs()).toEqual([]);
  }
  // S1: each event once.
  const twice = await world.rows('select id from event group by id having count(*) > 1');
  expect(twice).toEqual([]);
}, 240_000);
