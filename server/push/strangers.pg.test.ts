import { expect, test } from 'vitest';
import { pushing } from '../../tests/harness/pushing.ts';
import { OFFICE, OTHER } from '../../tests/harness/test-server.ts';
import { personById, updatePerson } from '../store/people.ts';

/** Whose names stand in what a desk writes: told where its office never had them, and never a reason to judge otherwise. */
const world = pushing();
const { desk, push, ends } = world;

async function told(log: string): Promise<string[]> {
  const rows = await world.province.db
    .selectFrom('alarm')
    .select(['seq', 'reason'])
    .where('log', '=', log)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, reason }) => `${seq} ${reason}`);
}

test('a name its office never had is told once for each log, and its events count like any other', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.receive({}, { actor: 'u-khong-co' });
  log.receive({}, { actor: 'u-khong-co' });
  log.receive({}, { approvedBy: 'u-khong-co' });
  expect(ends(await push(one, log.events))).toEqual(['1 applied', '2 applied', '3 applied', '4 applied']);
  expect(await told(one.place.log)).toEqual(['2 XV-21', '4 XV-21']);
  // A repeat, and what comes later, tell nothing anew.
  log.receive({}, { actor: 'u-khong-co' });
  await push(one, log.events);
  expect(await told(one.place.log)).toEqual(['2 XV-21', '4 XV-21']);
});

test('an officer who was removed, moved or given another role since was there; a machine writes in its own name', async () => {
  const { province } = world;
  const { desk: one, log } = await desk();
  for (const [login, role] of [
    ['da-nghi', 'officer'],
    ['da-chuyen', 'officer'],
    ['thoi-lam', 'supervisor'],
  ] as const)
    await province.addPerson(login, role, OFFICE);
  const change = async (id: string, over: object): Promise<void> => {
    const known = await personById(province.db, id);
    if (known === null) throw new Error('nobody');
    const { password: _password, revision, ...user } = known.user;
    await updatePerson(province.db, { ...user, ...over }, null, revision);
  };
  await change('u-da-nghi', { disabled: true });
  await change('u-da-chuyen', { office: OTHER });
  await change('u-thoi-lam', { role: 'officer' });
  for (const actor of ['u-da-nghi', 'u-da-chuyen', 'may', one.place.device]) log.receive({}, { actor });
  log.receive({}, { approvedBy: 'u-thoi-lam' });
  expect(ends(await push(one, log.events)).every((end) => end.endsWith('applied'))).toBe(true);
  expect(await told(one.place.log)).toEqual([]);
});

test('somebody of another office, and an approver who never was a supervisor, are told', async () => {
  const { province } = world;
  await province.addPerson('xa-kia', 'supervisor', OTHER);
  await province.addPerson('can-bo', 'officer', OFFICE);
  const { desk: one, log } = await desk();
  const { desk: other } = await desk(OTHER);
  log.receive({}, { actor: 'u-xa-kia' });
  log.receive({}, { actor: 'u-can-bo', approvedBy: 'u-can-bo' });
  log.receive({}, { approvedBy: 'u-xa-kia' });
  log.receive({}, { actor: other.place.device });
  await push(one, log.events);
  expect(await told(one.place.log)).toEqual(['1 XV-21', '2 XV-21', '3 XV-21', '4 XV-21']);
});

test('whoever makes names up cannot bury the other alarms', async () => {
  const { desk: one, log } = await desk();
  for (let n = 0; n < 120; n++) log.receive({}, { actor: `u-bia-${n}` });
  await push(one, log.events.slice(0, 60));
  await push(one, log.events.slice(60));
  const rows = await told(one.place.log);
  expect(rows.length).toBeGreaterThanOrEqual(50);
  expect(rows.length).toBeLessThan(120);
});
