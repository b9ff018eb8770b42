import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { listenTo } from '../../../tests/harness/phone.ts';

/** Phones over real HTTP, at two desks of one hall and with the QR of a kiosk. */

let office: HallOffice;
let host: HallDesk;
let other: HallDesk;
let kiosk: HallDesk;
let door = '';

beforeAll(async () => {
  office = hallOffice();
  [host, other, kiosk] = [await office.desk('ngan'), await office.desk('tam'), await office.desk('phuoc', 'kiosk')];
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, other);
  await pair(host, kiosk);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A', 'B'] } });
  const view = await kiosk.user.until('kiosk.view', {}, ({ phoneDoor }) => phoneDoor !== null);
  door = view.phoneDoor ?? '';
}, 60_000);
afterAll(() => office.close());

const base = (): string => new URL(door).origin;
const key = (): string => new URL(door).searchParams.get('k') ?? '';

/** A new phone has opened the page: its random number. */
async function newPhone(): Promise<string> {
  const page = await fetch(door);
  expect(page.status).toBe(200);
  return (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function take(cookie: string, form: Record<string, string>, at = base()): Promise<Response> {
  return fetch(`${at}/lay-so`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ k: key(), s: 'A', u: '', ...form }),
  });
}

async function taken(form: Record<string, string> = {}): Promise<string> {
  const reply = await take(await newPhone(), form);
  expect(reply.status).toBe(303);
  return reply.headers.get('location') ?? '';
}

/** Where the other desk has its pages, as the page of a ticket says it once the host has heard of them. */
async function elsewhere(path: string): Promise<string> {
  for (;;) {
    const told = /data-others="([^"]+)"/.exec(await (await fetch(base() + path)).text())?.[1];
    if (told !== undefined) return told;
  }
}

const numberOn = (html: string): string => /id="t-number"[^>]*>([^<]+)</.exec(html)?.[1] ?? '';

test('a phone takes a number with the QR’s key and sees it called, missed, called again and served', async () => {
  const path = await taken({ u: 'elderly' });
  const page = await (await fetch(base() + path)).text();
  const number = numberOn(page);
  expect(number).toMatch(/^A\d+$/);
  expect(page).toContain('không có ai');
  expect(page.length).toBeLessThan(30_000);
  const row = host.store.halls.view('xa-29905', '2026-11-23', (id) => host.store.log?.ofAggregate(id) ?? []);
  const ticket = row.tickets.find(({ text }) => text === number);
  expect(ticket).toMatchObject({ source: 'phone', priority: 'elderly', sealedPerson: null });
  const phone = await listenTo(`${base()}${path}/live`);
  const { serving } = await host.user.call('queue.act', { act: { kind: 'callNext' } });
  expect(serving?.text).toBe(number);
  expect(await phone.until(({ stands }) => stands === 'called')).toMatchObject({ live: true });
  expect(phone.last()?.texts?.['todo']).toContain('Mời ông, bà đến Quầy 1 ngay bây giờ.');
  for (const kind of ['recall', 'recall', 'noShow'] as const) {
    await host.user.call('queue.act', { act: { kind, ticket: serving?.id ?? '' } });
  }
  await phone.until(({ stands }) => stands === 'missed');
  expect(phone.last()?.texts?.['todo']).toContain('mời báo cán bộ ở Quầy 1');
  await phone.close();
}, 60_000);

test('pressed twice at once, at a desk that is not the host, both presses lead to the one number', async () => {
  const cookie = await newPhone();
  const there = await elsewhere(await taken());
  const both = await Promise.all([take(cookie, {}, there), take(cookie, {}, there)]);
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect(both[0]?.headers.get('location')).toBe(both[1]?.headers.get('location'));
}, 60_000);

test('one live number a phone and field: pressed again it is shown the one it has, of another field it gets one', async () => {
  const cookie = await newPhone();
  const first = (await take(cookie, {})).headers.get('location');
  expect((await take(cookie, {})).headers.get('location')).toBe(first);
  expect((await take(cookie, {}, undefined)).headers.get('location')).toBe(first);
  const second = (await take(cookie, { s: 'H' })).headers.get('location');
  expect(second).not.toBe(first);
  const own = await (await fetch(door, { headers: { cookie } })).text();
  expect(own).toContain(`href="${first ?? ''}"`);
});

test('another desk sends a phone to the host for its number, and knows one that came over by its ticket: one number in the office', async () => {
  const path = await taken({ s: 'B' });
  const there = await elsewhere(path);
  const sent = await fetch(`${there}/?k=${key()}`, { redirect: 'manual' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${base()}/?k=${key()}`]);
  expect(sent.headers.get('set-cookie')).toBeNull();
  // The host is gone: the page goes over by itself, and has no cookie there.
  const over = await fetch(there + path);
  const cookie = (over.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect(cookie).toBe(`p=${path.slice('/t/'.length)}`);
  const before = host.store.hearing.newest();
  expect((await take(cookie, { s: 'B' }, there)).headers.get('location')).toBe(path);
  expect(host.store.hearing.newest()).toBe(before);
  // Of another field it has one as the same phone: known so at the desk it came from too.
  const second = (await take(cookie, { s: 'H' }, there)).headers.get('location');
  expect(second).not.toBe(path);
  const tickets = host.store.halls
    .view('xa-29905', '2026-11-23', (id) => host.store.log?.ofAggregate(id) ?? [])
    .tickets.slice(-2);
  expect(new Set(tickets.map(({ personKey }) => personKey)).size).toBe(1);
  // Who looks at a ticket taken at the kiosk is not its phone.
  const asked = { series: 'B', priority: null, card: null, slip: null, language: 'vi' } as const;
  const { url } = await kiosk.user.call('kiosk.take', asked);
  expect((await fetch(`${there}${new URL(url ?? '').pathname}`)).headers.get('set-cookie')).toBeNull();
}, 60_000);

test('a call is told aloud, the clock is not', async () => {
  const html = await (await fetch(base() + (await taken()))).text();
  expect(html.match(/role="status"/g)).toHaveLength(1);
  expect(html).toMatch(/<div role="status"><p id="t-head"/);
});

test('without the key of now, with none, or with no number of its own a phone gets none', async () => {
  const cookie = await newPhone();
  const count = (): number => host.opened.context.store.hearing.newest();
  const before = count();
  for (const k of ['', 'AAAAAAAAAA', key().slice(0, 9)]) {
    expect((await take(cookie, { k })).status).toBe(403);
    expect(await (await fetch(`${base()}/?k=${k}`)).text()).toContain('quét mã QR');
  }
  expect((await take('', {})).status).toBe(403);
  expect((await take(cookie, { s: 'Z' })).status).toBe(400);
  expect(count()).toBe(before);
});

test('another desk of the hall shows the same page, and is named for the time when this one is gone', async () => {
  const path = await taken({ s: 'B' });
  const there = await elsewhere(path);
  const page = await fetch(base() + path);
  const html = await page.text();
  expect(there).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(page.headers.get('content-security-policy')).toContain(`img-src 'self' ${there};`);
  expect((await fetch(`${there}/up.gif`)).status).toBe(200);
  const same = await (await fetch(there + path)).text();
  expect(numberOn(same)).toBe(numberOn(html));
});

test('the kiosk’s ticket bears its own page; an address nobody was given shows nothing', async () => {
  const asked = { series: 'B', priority: null, card: null, slip: null, language: 'vi' } as const;
  const { url, number } = await kiosk.user.call('kiosk.take', asked);
  expect(numberOn(await (await fetch(url ?? '')).text())).toBe(number);
  const guessed = (url ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect((await fetch(guessed)).status).toBe(404);
});

test('nothing else is answered, a long form is cut off, and every answer has the strict headers', async () => {
  const path = await taken({ s: 'H' });
  for (const [where, how, status] of [
    ['/', { method: 'PUT' }, 405],
    ['/../../etc/passwd', {}, 404],
    ['/t/AAAAAAAAAAAAAAAA/live', {}, 404],
    ['/lay-so', { method: 'POST', body: 'k='.padEnd(5000, 'x') }, 413],
    ['/lay-so', { method: 'POST', headers: { origin: 'http://elsewhere' } }, 403],
    [path, {}, 200],
  ] as const) {
    const reply = await fetch(base() + where, how);
    expect([where, reply.status]).toEqual([where, status]);
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a desk that loses its host says that it is not live, to those who look and to its other pages', async () => {
  const path = await taken({ s: 'A' });
  const there = await elsewhere(path);
  const phone = await listenTo(`${there}${path}/live`);
  await phone.until(({ live }) => live);
  await host.stop();
  await phone.until(({ live }) => !live);
  expect((await fetch(`${there}/up.gif`)).status).toBe(503);
  await other.user.until('hall.status', {}, ({ state }) => state === 'lost');
  await other.user.call('hall.takeOver', {});
  await phone.until(({ live }) => live);
  expect((await fetch(`${there}/up.gif`)).status).toBe(200);
  await phone.close();
  await host.start();
}, 60_000);
