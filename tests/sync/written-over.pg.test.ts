import { expect, test, vi } from 'vitest';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { viewsIn, type DeskAt } from '../harness/desk-at.ts';
import { joinHall } from '../harness/join-hall.ts';
import { officeLan } from '../harness/office-lan.ts';
import { cut, joined, syncedOffices } from '../harness/synced-offices.ts';
import { OFFICE } from '../harness/test-server.ts';

vi.setConfig({ testTimeout: 120_000 });

const world = syncedOffices(OFFICE);

async function shown(desk: DeskAt, id: string): Promise<void> {
  await desk.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === id));
}

/** The numbers were printed twice, so the province flags some of it; whatever it says, it holds all of the dossier. */
async function judged(desk: DeskAt, id: string): Promise<void> {
  await desk.until('dossier.get', { id }, ({ stand }) => stand.events > 0 && stand.confirmed === stand.events);
}

test('what a desk put back from a copy of its folder wrote over comes to the province by the colleague who had heard it, and home again', async () => {
  const lan = officeLan();
  const colleague = await world.desk(OFFICE, `${OFFICE}-q2`, lan);
  const one = await world.desk(OFFICE, `${OFFICE}-q1`, lan);
  for (const desk of [one, colleague]) {
    await desk.until('status.get', {}, () => (desk.store.reference.get('devices') ?? []).length === 2);
  }
  await colleague.call('hall.open', {});
  await joinHall(colleague, one);
  const known = await one.receive();
  await one.drained();
  await one.close();
  // The whole folder, with its journal: it cannot know that it is put back.
  const copy = world.add(one.clone());
  await one.open();

  for (const desk of [one, colleague]) desk.line = cut;
  const heard = [await one.receive(), await one.receive()];
  for (const { dossierId: id } of heard) {
    await shown(colleague, id);
    expect((await colleague.call('dossier.get', { id })).stand).toMatchObject({ state: 'sent', confirmed: 0 });
  }
  await one.close();
  copy.setCable(false);
  await copy.open();
  // In the places of what its colleague has heard.
  const anew = [await copy.receive(), await copy.receive()];
  await copy.drained();
  colleague.line = joined;
  await colleague.until('status.get', {}, ({ line, waiting }) => line.state === 'up' && waiting.heard === 0);
  const ids = [known, ...heard, ...anew].map(({ dossierId }) => dossierId).sort();
  for (const { dossierId } of heard) await judged(colleague, dossierId);
  const held = await world.province.db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .innerJoin('device', 'device.id', 'log.device')
    .select(['event.aggregate_id as dossier', 'device.portal'])
    .where('event.type', '=', 'dossier.received')
    .where('event.quarantined', '=', false)
    .orderBy('event.aggregate_id')
    .execute();
  expect(held.map(({ dossier }) => dossier)).toEqual(ids);
  const lost = new Set(heard.map(({ dossierId }) => dossierId));
  expect(held.map(({ dossier, portal }) => portal === lost.has(dossier))).toEqual(ids.map(() => true));

  for (const desk of [copy, colleague]) {
    for (const id of ids) {
      await shown(desk, id);
      await judged(desk, id);
    }
    await desk.close();
    const mine = viewsIn(desk.dataDir);
    const rows = await world.province.db.selectFrom('dossier_view').select(['id', 'view']).execute();
    expect(rows).toHaveLength(ids.length);
    for (const { id, view } of rows) expect(canonical(JSON.parse(mine.get(id) ?? 'null') as Json)).toBe(view);
  }
});
