import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import { MONDAY_10_42 } from '../../tests/harness/enrolled-folder.ts';
import { seededRandomness, silentLog, textPrinter } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { keyFromPassphrase, readKeyFile } from '../store/key-file.ts';
import { openSqlite } from '../store/sqlite.ts';
import { createDesk } from './desk.ts';
import { isPrivateWay } from './enrolment.ts';
import type { Desk, DeskOptions } from './ports.ts';

/** Enrolment with everything that can come between: two presses, a second passphrase, a kill at each step. */

const server = 'http://127.0.0.1:9/';
const place = {
  server: '019ab000-0000-7000-8000-000000000001',
  serverPublicKey: newSigningKey().publicKey,
  epoch: '019ab000-0000-7000-8000-0000000000e0',
  device: '019ab000-0000-7000-8000-00000000000d',
  log: '019ab000-0000-7000-8000-00000000010a',
  office: 'xa-29905',
  counter: 'sa-dec-3',
  recoveryPublicKey: 'L2mS0tqVbnzVQdX1mJ3qkQ0b4d3rJq0gH0yF2x3y4Tc',
  demo: false,
};

/** Answers what enrolment asks; `code` "SAI…" is refused. Nothing else is answered. */
function fakeProvince(asked: string[] = [], sync = 1): DeskOptions['fetch'] {
  return (url, init) => {
    const path = new URL(url).pathname;
    asked.push(path);
    if (path === '/v1/about') {
      const about = { sync, server: place.server, name: 'Đồng Tháp', publicKey: place.serverPublicKey, demo: null };
      return Promise.resolve(Response.json({ ...about, now: MONDAY_10_42 }));
    }
    if (path === '/v1/enrol') {
      const { code } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { code: string };
      if (code.startsWith('SAI')) {
        return Promise.resolve(Response.json({ code: 'DK-01', vi: '', en: '' }, { status: 403 }));
      }
      return Promise.resolve(Response.json(place));
    }
    return Promise.reject(new TypeError('no line'));
  };
}

let dataDir: string;
let desk: Desk | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'quay-'));
});

afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<DeskOptions> = {}): Promise<Desk> {
  desk = await createDesk({
    host: 'browser',
    dataDir,
    catalogueDir: fileURLToPath(new URL('../../catalogue', import.meta.url)),
    clock: virtualClock(MONDAY_10_42),
    random: seededRandomness(dataDir),
    keychain: null,
    fetch: fakeProvince(),
    printer: textPrinter,
    log: silentLog,
    demo: null,
    checkOutput: true,
    ...options,
  });
  return desk;
}

const call = async (name: string, input: unknown): Promise<unknown> => {
  const reply = await desk?.call({ session: 's1', trusted: true }, name, input);
  return reply?.ok === true ? reply.value : reply?.error.code;
};
const enrol = (code: string, passphrase = 'mật khẩu máy 1') =>
  call('machine.enrol', { server, code, deviceName: 'SĐ-Q3', passphrase });

test('enrolment pressed twice makes one machine, and its database opens again', async () => {
  const asked: string[] = [];
  await start({ fetch: fakeProvince(asked) });
  const [first, second] = await Promise.all([enrol('MA-DUNG-1'), enrol('MA-DUNG-2', 'mật khẩu khác')]);
  expect(first).toMatchObject({ machine: 'ready' });
  expect(second).toBe('DK-04');
  expect(asked.filter((path) => path === '/v1/enrol')).toHaveLength(1);
  await desk?.close();
  await start();
  expect(await call('machine.open', { passphrase: 'mật khẩu máy 1' })).toMatchObject({ machine: 'ready' });
});

test('the passphrase that counts is the one of the try that succeeded', async () => {
  await start();
  expect(await enrol('SAI-1', 'mật khẩu thứ nhất')).toBe('DK-01');
  expect(await enrol('MA-DUNG-1', 'mật khẩu thứ hai')).toMatchObject({ machine: 'ready' });
  await desk?.close();
  await start();
  expect(await call('machine.open', { passphrase: 'mật khẩu thứ nhất' })).toBe('LT-02');
  expect(await call('machine.open', { passphrase: 'mật khẩu thứ hai' })).toMatchObject({ machine: 'ready' });
});

test('opened twice at once, one database is open', async () => {
  await start();
  await enrol('MA-DUNG-1');
  await desk?.close();
  const asked: string[] = [];
  const clock = virtualClock(MONDAY_10_42);
  await start({ fetch: fakeProvince(asked), clock });
  const passphrase = 'mật khẩu máy 1';
  const opened = await Promise.all([1, 2].map(() => call('machine.open', { passphrase })));
  expect(opened).toMatchObject([{ machine: 'ready' }, { machine: 'ready' }]);
  clock.advance(1);
  expect(asked).toEqual(['/v1/time']);
});

test('killed between key file and database, the machine is new again and the old key is kept aside', async () => {
  await start();
  await enrol('SAI-1');
  await desk?.close();
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('desk.')) rmSync(join(dataDir, name));
  }
  expect(existsSync(join(dataDir, 'keys.json'))).toBe(true);
  await start();
  expect(await call('session.get', {})).toMatchObject({ machine: 'new' });
  expect(await enrol('MA-DUNG-1')).toMatchObject({ machine: 'ready' });
  expect(readdirSync(dataDir).filter((name) => name.startsWith('keys.json.'))).toHaveLength(1);
});

test('killed before the device key was written, the machine can still be enrolled', async () => {
  await start();
  await enrol('SAI-1');
  await desk?.close();
  rmSync(join(dataDir, 'desk.db'));
  const file = readKeyFile(join(dataDir, 'keys.json'));
  if (file === null) throw new Error('no key file');
  openSqlite(join(dataDir, 'desk.db'), keyFromPassphrase(file, 'mật khẩu máy 1'), { create: true }).close();
  await start();
  expect(await call('machine.open', { passphrase: 'mật khẩu máy 1' })).toMatchObject({ machine: 'new' });
  expect(await enrol('MA-DUNG-1')).toMatchObject({ machine: 'ready' });
});

test('a database that is gone while its backups are there is said to be damaged, not begun anew', async () => {
  const store = await start();
  await enrol('MA-DUNG-1');
  await store.close();
  copyFileSync(join(dataDir, 'desk.db'), join(dataDir, 'backups', 'desk-2026-11-22T07-00-00.db'));
  rmSync(join(dataDir, 'desk.db'));
  desk = null;
  await expect(start()).rejects.toMatchObject({ code: 'LT-01' });
});

test('a keychain that no longer opens its own key gives a named error', async () => {
  const broken: DeskOptions['keychain'] = {
    available: () => Promise.resolve(true),
    encrypt: (plain) => Promise.resolve(Buffer.from(plain)),
    decrypt: () => Promise.reject(new Error('the profile is gone')),
  };
  await start({ keychain: broken });
  expect(await enrol('MA-DUNG-1')).toMatchObject({ machine: 'ready' });
  await desk?.close();
  desk = null;
  await expect(start({ keychain: broken })).rejects.toMatchObject({ code: 'LT-02' });
});

test.each([
  ['https://tinh.example.vn/', true],
  ['http://127.0.0.1:8080/', true],
  ['http://[::1]:8080/', true],
  ['http://localhost:8080/', true],
  ['http://tinh.example.vn/', false],
  ['http://127.0.0.1.evil.example/', false],
  ['http://192.168.1.5/', false],
])('%s is a way people’s data may go: %s', (address, may) => {
  expect(isPrivateWay(address)).toBe(may);
});

test('a server without TLS is refused before anything is sent to it', async () => {
  const asked: string[] = [];
  await start({ fetch: fakeProvince(asked) });
  const far = {
    server: 'http://tinh.example.vn/',
    code: 'MA-DUNG-1',
    deviceName: 'SĐ-Q3',
    passphrase: 'mật khẩu máy 1',
  };
  expect(await call('machine.enrol', far)).toBe('DK-06');
  expect(asked).toEqual([]);
});

test('a server that asks for a newer program is not enrolled at, and the code stays good', async () => {
  const asked: string[] = [];
  await start({ fetch: fakeProvince(asked, 2) });
  expect(await enrol('MA-DUNG-1')).toBe('DK-07');
  expect(asked).toEqual(['/v1/about']);
});
