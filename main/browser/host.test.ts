import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../contract/problems.ts';
import { systemRandom } from '../random.ts';
import { startHost, type BrowserHost, type HostParts, type News } from './host.ts';
import { browserHostOptions } from './options.ts';
import { failureSentences, sentences } from './sentences.ts';
import { handClock, notedDesk, silentLog, type HandClock, type NotedDesk } from './stand-ins.ts';

let folder = '';
let news: News[] = [];
let desk: NotedDesk;
let clock: HandClock;
let host: BrowserHost | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page', 'index.html'), '');
  news = [];
  desk = notedDesk();
  clock = handClock();
});
afterEach(async () => {
  await host?.close();
  host = null;
  rmSync(folder, { recursive: true, force: true });
});

async function start(words: string[], parts: Partial<HostParts> = {}): Promise<BrowserHost> {
  host = await startHost({
    options: browserHostOptions([`--data=${join(folder, 'data')}`, ...words], {}, 'linux'),
    desk,
    pageDir: join(folder, 'page'),
    clock,
    random: systemRandom,
    log: silentLog,
    findBrowser: () => null,
    platform: 'linux',
    root: false,
    env: { DISPLAY: ':0', PATH: process.env['PATH'] },
    say: (one) => void news.push(one),
    ...parts,
  });
  return host;
}
function browserThat(does: string): () => string {
  const path = join(folder, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\n${does}\n`);
  chmodSync(path, 0o755);
  return () => path;
}
async function use(address: string): Promise<number> {
  const { origin, hash } = new URL(address);
  const response = await fetch(`${origin}/tab`, {
    method: 'POST',
    // As our own page's browser sends them; Node's fetch lets a test set them.
    headers: { origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' },
    body: JSON.stringify({ token: hash.slice(1) }),
  });
  return response.status;
}
const address = (at: number): string => {
  const one = news[at];
  if (one?.kind !== 'address') throw new Error('no address');
  return one.address;
};

test.each([
  [['--no-window'], {}, 'asked'],
  [[], { env: {} }, 'display'],
  [[], {}, 'browser'],
] as const)('%s: an address is given, with the reason', async (words, parts, why) => {
  await start([...words], parts);
  expect(news).toMatchObject([{ kind: 'address', why }]);
});

test('each address works once, and the next one follows', async () => {
  await start(['--no-window']);
  expect(await use(address(0))).toBe(200);
  expect(await use(address(0))).toBe(401);
  expect(await use(address(1))).toBe(200);
  expect(news).toHaveLength(3);
});

test('a browser that fails to open leaves the desk served at an address', async () => {
  await start([], { findBrowser: browserThat('exit 1') });
  await vi.waitFor(() => expect(news.map((one) => one.kind)).toEqual(['window', 'address']));
  expect(news[1]).toMatchObject({ why: 'ended' });
  expect(await use(address(1))).toBe(200);
});

test('the program ends with the window the desk was open in', async () => {
  // A browser that uses its token like the page does, then is closed by the person.
  const script = join(folder, 'use.mjs');
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs';
     const file = new URL(process.argv.find((word) => word.startsWith('--app=')).slice(6));
     const { origin, hash } = new URL(/'(.*)'/.exec(readFileSync(file, 'utf8'))[1]);
     const headers = { origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' };
     await fetch(origin + '/tab', { method: 'POST', headers, body: JSON.stringify({ token: hash.slice(1) }) });`,
  );
  const { windowClosed } = await start([], { findBrowser: browserThat(`exec ${process.execPath} ${script} "$@"`) });
  await windowClosed;
  expect(news.map((one) => one.kind)).toEqual(['window']);
});

test('a computer that slept has every session locked, once', async () => {
  await start(['--no-window']);
  clock.pass(3_600_000);
  expect(desk.locks).toBe(0);
  clock.sleep(600_000);
  clock.pass(20_000);
  expect(desk.locks).toBe(1);
});

test('options come from words before environment, and both hosts share one folder', () => {
  const env = { QMC_DATA: '/data', QMC_DEMO: '{"server":"http://127.0.0.1:1","code":"C"}', XDG_CONFIG_HOME: '/conf' };
  expect(browserHostOptions([], env, 'linux')).toMatchObject({
    dataDir: '/data',
    port: 0,
    window: true,
    json: false,
    demo: { server: 'http://127.0.0.1:1', code: 'C' },
  });
  expect(browserHostOptions(['--data=/other', '--port=80', '--json', '--no-window'], env, 'linux')).toMatchObject({
    dataDir: '/other',
    port: 80,
    window: false,
    json: true,
  });
  expect(browserHostOptions([], { XDG_CONFIG_HOME: '/conf' }, 'linux').dataDir).toBe('/conf/quay-mot-cua');
  expect(() => browserHostOptions(['--port=99999'], {}, 'linux')).toThrow('0 to 65535');
});

test('the console reads Vietnamese and English, and a problem by its code', () => {
  const text = sentences({
    kind: 'address',
    listening: 'http://127.0.0.1:1',
    address: 'http://127.0.0.1:1/#T',
    why: 'display',
  });
  expect(text).toContain('Máy không có màn hình.');
  expect(text).toContain('This machine has no display.');
  expect(text).toContain('http://127.0.0.1:1/#T');
  expect(failureSentences(new ProblemError('LT-05'))).toMatch(/^LT-05: Chương trình đang mở/);
  expect(failureSentences(new Error('x'))).toContain('Không khởi động được: x');
});
