import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aboutReplySchema, enrolRequestSchema } from '../contract/sync.ts';
import { newSigningKey, signText } from '../contract/signing.ts';
import { readPrintedKey } from './recovery-key.ts';

/** The server's processes as an administrator runs them, each with a PostgreSQL of its own. */
let folder: string;
let env: NodeJS.ProcessEnv;
const children: ChildProcessByStdio<Writable, Readable, Readable>[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-mot-cua-start-'));
  // Root's PostgreSQL runs as an ordinary user, who must get to it.
  chmodSync(folder, 0o755);
  const { DATABASE_URL: _, QMC_DEMO: __, ...rest } = process.env;
  env = { ...rest, QMC_SERVER_DATA: join(folder, 'server') };
});
afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

function run(words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [...words], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...env, ...more },
    stdio: 'pipe',
  });
  children.push(child);
  return child;
}

function ended(child: ReturnType<typeof run>, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.on('exit', resolve);
    if (signal !== undefined) child.kill(signal);
  });
}

async function listening(child: ReturnType<typeof run>): Promise<string> {
  let said = '';
  let wrong = '';
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = /^\{"listening":"([^"]+)"\}$/m.exec(said);
      if (line?.[1] !== undefined) resolve(line[1]);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${wrong}`)));
  });
}

async function said(
  words: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; out: string; wrong: string }> {
  const child = run(['server/cli.ts', ...words], more);
  child.stdin.end();
  let out = '';
  let wrong = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, wrong };
}

/** Each of these starts a dozen processes, one after the other. */
vi.setConfig({ testTimeout: 120_000 });

const pidFile = () => join(folder, 'server', 'postgresql', 'data', 'postmaster.pid');

test('the demonstration starts by itself, enrols a desk by a code of the command line, survives kill -9, and stops whole', async () => {
  const first = run(['server/start.ts', '--demo']);
  const url = await listening(first);
  const about = aboutReplySchema.parse(await (await fetch(`${url}/v1/about`)).json());
  expect(about.demo?.banner).toBe('BẢN THỬ');
  const roles = about.demo?.users.map((user) => user.role);
  expect(new Set(roles)).toEqual(
    new Set(['officer', 'unitOfficer', 'supervisor', 'administrator', 'provincialViewer']),
  );

  const { code } = JSON.parse((await said(['--demo', '--json', 'enrolment-code'])).out) as { code: string };
  const key = newSigningKey();
  const body = enrolRequestSchema.parse({
    code,
    devicePublicKey: key.publicKey,
    deviceName: 'máy thử',
    demo: true,
    proof: signText(key, `enrol\n${code}\n${key.publicKey}`),
  });
  const headers = { 'content-type': 'application/json' };
  const enrolled = await fetch(`${url}/v1/enrol`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(enrolled.status).toBe(200);

  const postgres = readFileSync(pidFile(), 'utf8').split('\n')[0];
  await ended(first, 'SIGKILL');
  const second = run(['server/start.ts', '--demo']);
  const again = aboutReplySchema.parse(await (await fetch(`${await listening(second)}/v1/about`)).json());
  expect([again.server, again.publicKey]).toEqual([about.server, about.publicKey]);
  expect(readFileSync(pidFile(), 'utf8').split('\n')[0]).toBe(postgres);
  expect((await said(['--demo', 'devices'])).out).toContain('máy thử');
  expect(await ended(second, 'SIGTERM')).toBe(0);
  expect(existsSync(pidFile())).toBe(false);
});

test('a real province is set up from the command line, and the demonstration keeps out of it', async () => {
  expect((await said(['enrolment-code', 'xa-29905', 'q1'])).code).toBe(1);
  const server = run(['server/start.ts']);
  await expect(listening(server)).rejects.toThrow(/init/);
  const init = ['init', '--name', 'Tỉnh Đồng Tháp', '--login', 'quan-tri', '--person', 'Người Quản Trị'];
  expect((await said(init, { QMC_PASSWORD: 'ngan' })).code).toBe(1);
  const done = await said(init, { QMC_PASSWORD: 'mat-khau-dau' });
  expect([done.code, done.wrong]).toEqual([0, '']);
  expect((await said(['counter-add', 'xa-29905', 'q1', 'Quầy 1'])).code).toBe(0);
  expect((await said(['enrolment-code', 'xa-29905', 'q1'])).wrong).toContain('recovery-key');
  const recovery = JSON.parse((await said(['--json', 'recovery-key', 'xa-29905'])).out) as { key: string };
  expect(readPrintedKey(recovery.key)).toHaveLength(32);
  const code = JSON.parse((await said(['--json', 'enrolment-code', 'xa-29905', 'q1'])).out) as { code: string };
  expect(code.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  // Values that are only there to try things out are no real office's code prefix.
  const offices = JSON.parse((await said(['--json', 'offices'])).out) as { codePrefix: string | null }[];
  expect(offices.every((office) => office.codePrefix === null)).toBe(true);
  await expect(listening(run(['server/start.ts', '--demo']))).rejects.toThrow(/BẢN THỬ|thử/);
  expect(existsSync(pidFile())).toBe(false);
});

test('the server ends when the program that started it is gone', async () => {
  const server = run(['server/start.ts', '--demo']);
  await listening(server);
  server.stdin.end();
  expect(await ended(server)).toBe(0);
  expect(existsSync(pidFile())).toBe(false);
});
