import { cpSync, rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../tests/harness/hall-office.ts';
import { systemRandom } from '../random.ts';

let office: HallOffice;
afterEach(() => office.close());

/** So many desks of an office, the first hosting, all paired. */
async function desks(count: number): Promise<HallDesk[]> {
  office = hallOffice();
  const all: HallDesk[] = [];
  for (let n = 0; n < count; n++) all.push(await office.desk(n % 2 === 0 ? 'ngan' : 'tam'));
  office.introduce();
  const [host, ...guests] = all;
  await host?.user.call('hall.open', {});
  for (const guest of guests) if (host !== undefined) await pair(host, guest);
  return all;
}

/** Something any desk can do: what it told somebody (an event of its own log). */
async function does(desk: HallDesk): Promise<string> {
  const about = { procedureCode: '1.001193', channel: 'DIRECT' } as const;
  const { cases } = await desk.user.call('advice.sheet', { ...about, caseId: null });
  const id = systemRandom.id();
  const caseId = cases[0]?.id ?? '';
  return (await desk.user.call('advice.give', { ...about, caseId, id, name: '', way: 'screen', note: '' })).adviceId;
}

const knows = (desk: HallDesk, id: string): Promise<unknown> =>
  desk.user.until('advice.list', { date: '2026-11-23' }, ({ rows }) => rows.some((row) => row.adviceId === id));

const until = (desk: HallDesk, state: string): Promise<unknown> =>
  desk.user.until('hall.status', {}, (status) => status.state === state);

test('a machine joins by the code on the host’s screen, once; a wrong code lets nobody in', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const guest = await office.desk('tam');
  const third = await office.desk('phuoc');
  office.introduce();
  await host.user.call('hall.open', {});
  const address = `127.0.0.1:${host.opened.hall?.port ?? 0}`;
  const wrong = { address, code: '0000-0000-0000' };
  // Nobody is asked in yet.
  expect(await guest.user.try('hall.join', wrong)).toMatchObject({ ok: false, error: { code: 'SN-02' } });
  const { code, minutes } = await host.user.call('hall.newCode', {});
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(minutes).toBe(10);
  expect(await guest.user.try('hall.join', wrong)).toMatchObject({ ok: false, error: { code: 'SN-02' } });
  // As a hand writes it: small letters, no hyphens.
  const typed = code.toLowerCase().replaceAll('-', ' ');
  await guest.user.call('hall.join', { address, code: typed });
  await until(guest, 'linked');
  const shown = await host.user.call('hall.status', {});
  expect(shown).toMatchObject({ state: 'hosting', term: 1, connected: [{ name: 'SĐ-Q3', role: 'desk' }] });
  expect(await third.user.try('hall.join', { address, code })).toMatchObject({
    ok: false,
    error: { code: 'SN-02' },
  });
  expect(await third.user.call('hall.status', {})).toMatchObject({ state: 'none', members: [] });
}, 60_000);

test('a code is worth nothing after five wrong tries', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const guest = await office.desk('tam');
  office.introduce();
  await host.user.call('hall.open', {});
  const address = `127.0.0.1:${host.opened.hall?.port ?? 0}`;
  const { code } = await host.user.call('hall.newCode', {});
  for (let n = 0; n < 5; n++) await guest.user.try('hall.join', { address, code: '0000-0000-0000' });
  expect(await guest.user.try('hall.join', { address, code })).toMatchObject({ ok: false });
}, 60_000);

test('a machine the province has not told of, or has revoked, comes in with no code and no key', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const guest = await office.desk('tam');
  await host.user.call('hall.open', {});
  const address = `127.0.0.1:${host.opened.hall?.port ?? 0}`;
  const { code } = await host.user.call('hall.newCode', {});
  const unknown = await guest.user.try('hall.join', { address, code });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'SN-06' } });
  office.introduce();
  await pair(host, guest);
  // Revoked: the reference data name it no more.
  host.store.transact(() => host.store.reference.put('devices', []));
  await host.user.until('hall.status', {}, ({ connected }) => connected.length === 0);
  await guest.user.until('hall.status', {}, ({ state }) => state === 'lost');
}, 60_000);

test('a machine told to leave is let in no more, wherever it knocks', async () => {
  const [host, guest, third] = await desks(3);
  if (host === undefined || guest === undefined || third === undefined) throw new Error('three desks');
  const device = guest.store.meta.get('enrolment')?.device ?? '';
  expect(await third.user.try('hall.forget', { device })).toMatchObject({ ok: false, error: { code: 'SN-08' } });
  await host.user.call('hall.forget', { device });
  await host.user.until('hall.status', {}, ({ connected, members }) => connected.length === 1 && members.length === 1);
  await third.user.until('hall.status', {}, ({ members }) => members.every((one) => one.device !== device));
  // What is done now it does not hear.
  const id = await does(host);
  await knows(third, id);
  expect((await guest.user.call('advice.list', { date: '2026-11-23' })).rows).toEqual([]);
}, 60_000);

test.each([
  ['a guest, of another guest', 1, 2],
  ['the host, of a guest', 0, 2],
  ['a guest, of the host', 2, 0],
])(
  'the province has revoked a machine and only %s, has heard: all let it go',
  async (_, heard, revoked) => {
    const all = await desks(3);
    const [hears, gone] = [all[heard], all[revoked]];
    if (hears === undefined || gone === undefined) throw new Error('three desks');
    const device = gone.store.meta.get('enrolment')?.device ?? '';
    const left = (hears.store.reference.get('devices') ?? []).filter(({ id }) => id !== device);
    hears.store.transact(() => hears.store.reference.put('devices', left));
    for (const desk of all.filter((one) => one !== gone)) {
      await desk.user.until('hall.status', {}, ({ members }) => members.every((one) => one.device !== device));
      await desk.user.until('hall.status', {}, ({ connected }) => connected.every((one) => one.device !== device));
    }
    if (revoked === 0) await hears.user.call('hall.takeOver', {});
    const id = await does(hears);
    for (const desk of all.filter((one) => one !== gone)) await knows(desk, id);
    expect((await gone.user.call('advice.list', { date: '2026-11-23' })).rows).toEqual([]);
  },
  60_000,
);

test('what any desk does is at every other within the hall, what was done before it came too', async () => {
  office = hallOffice();
  const [host, guest] = [await office.desk('ngan'), await office.desk('tam')];
  office.introduce();
  const before = [];
  for (let n = 0; n < 30; n++) before.push(await does(guest));
  await host.user.call('hall.open', {});
  await pair(host, guest);
  const third = await office.desk('phuoc');
  office.introduce();
  await pair(host, third);
  for (const id of before) await knows(third, id);
  await knows(guest, await does(third));
  // The host's own, which tells that the hall was opened, and the third's.
  expect(guest.store.hearing.waitingLogs()).toHaveLength(2);
  // Heard, told as such, and nobody's own to send.
  expect(guest.store.outbox.count().events).toBe(30);
}, 60_000);

test('a desk put back from a copy of its files hears again what it was told since', async () => {
  const [host, guest] = await desks(2);
  if (host === undefined || guest === undefined) throw new Error('two desks');
  const { path } = guest.folder;
  const before = await does(host);
  await knows(guest, before);
  await guest.stop();
  cpSync(path, `${path}-copy`, { recursive: true });
  await guest.start();
  const since = [await does(host), await does(host)];
  for (const id of since) await knows(guest, id);
  await guest.stop();
  rmSync(path, { recursive: true });
  cpSync(`${path}-copy`, path, { recursive: true });
  rmSync(`${path}-copy`, { recursive: true });
  await guest.start();
  const all = [before, ...since, await does(host)];
  for (const id of all) await knows(guest, id);
  const { rows } = await guest.user.call('advice.list', { date: '2026-11-23' });
  expect(rows.map(({ adviceId }) => adviceId).sort()).toEqual(all.sort());
}, 60_000);

test('an event that was changed on the way, or is of no desk of the office, is not taken', async () => {
  const [host, guest] = await desks(2);
  if (host === undefined || guest === undefined) throw new Error('two desks');
  const [link] = guest.opened.hall?.links() ?? [];
  await does(guest);
  const [told] = guest.store.hearing.after(0, 1, null).events;
  if (told === undefined || link === undefined) throw new Error('nothing to tell');
  const { event } = told;
  const changed = [
    { ...event, body: { ...(event.body as object), note: 'sửa' } },
    { ...event, envelope: { ...event.envelope, actor: 'u-phuoc' } },
    { ...event, envelope: { ...event.envelope, signature: event.envelope.hash } },
    { ...event, envelope: { ...event.envelope, device: systemRandom.id() } },
    { nothing: true },
  ];
  const own = host.opened.hall?.links()[0]?.relay;
  const fresh = changed.map((one, n) => ({
    event:
      n === 4
        ? one
        : { ...one, envelope: { ...event.envelope, ...(one as typeof event).envelope, id: systemRandom.id() } },
    verdict: null,
  }));
  expect(own?.told({ events: fresh })).toEqual({ strange: 5 });
}, 60_000);

test('the host is lost: every desk is told what is at stake, and one key takes over', async () => {
  const [host, second, third] = await desks(3);
  if (host === undefined || second === undefined || third === undefined) throw new Error('three desks');
  await knows(third, await does(host));
  await host.stop();
  await Promise.all([until(second, 'lost'), until(third, 'lost')]);
  const { stake } = await second.user.call('hall.status', {});
  expect(stake).toMatchObject({ host: 'SĐ-Q3', missing: 0 });
  const taken = await second.user.call('hall.takeOver', {});
  expect(taken).toMatchObject({ state: 'hosting', term: 2 });
  await until(third, 'linked');
  await knows(third, await does(second));
  // It comes back, finds a higher reign, and hands in what it has.
  await host.start();
  await until(host, 'linked');
  await knows(second, await does(host));
  expect(await host.user.try('hall.takeOver', {})).toMatchObject({ ok: false, error: { code: 'SN-07' } });
}, 90_000);

test('a host that leaves its log hosts no more: both say that the host is lost, though their line stands', async () => {
  const [host, guest] = await desks(2);
  if (host === undefined || guest === undefined) throw new Error('two desks');
  await until(guest, 'linked');
  host.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  for (const desk of [host, guest]) await until(desk, 'lost');
  await guest.user.call('hall.takeOver', {});
  await until(host, 'linked');
  await knows(host, await does(guest));
  expect(guest.opened.hall?.state().state).toBe('hosting');
}, 60_000);

test('two reigns that know nothing of each other meet: the higher goes on, and both histories are everywhere', async () => {
  const [host, second, third] = await desks(3);
  if (host === undefined || second === undefined || third === undefined) throw new Error('three desks');
  host.cable.set(false);
  await until(second, 'lost');
  await second.user.call('hall.takeOver', {});
  await until(third, 'linked');
  const apart = [await does(host), await does(second), await does(third)];
  host.cable.set(true);
  await until(host, 'linked');
  for (const desk of [host, second, third]) for (const id of apart) await knows(desk, id);
  expect(await second.user.call('hall.status', {})).toMatchObject({ state: 'hosting', term: 2 });
}, 90_000);

test('the host signs off to another desk, or closes the hall, and nobody is asked to take over', async () => {
  const [host, second, third] = await desks(3);
  if (host === undefined || second === undefined || third === undefined) throw new Error('three desks');
  const to = second.store.meta.get('enrolment')?.device ?? '';
  await host.user.call('hall.signOff', { to });
  await until(second, 'hosting');
  for (const desk of [host, third])
    await desk.user.until('hall.status', {}, ({ state, term }) => state === 'linked' && term === 2);
  await second.user.call('hall.signOff', { to: null });
  await Promise.all([until(second, 'closed'), until(third, 'closed'), until(host, 'closed')]);
  await third.user.call('hall.open', {});
  await Promise.all([until(host, 'linked'), until(second, 'linked')]);
  expect(await host.user.call('hall.status', {})).toMatchObject({ term: 3 });
}, 90_000);
