import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, textIn, type Child } from '../../scripts/child.ts';
import type { Session } from '../../contract/desk/session.ts';
import { expect, test } from '../harness/page.ts';
import { openTab } from '../harness/tab.ts';

/** `npm start` with nothing configured: a demonstration province and a desk in it, and nothing left of both after the end. */

const root = join(import.meta.dirname, '..', '..');
let dataDir = '';
let running: Child[] = [];
test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'));
  // Run as root, PostgreSQL has another user, who must get through: else its data goes elsewhere and stays there.
  chmodSync(dataDir, 0o755);
});
test.afterEach(async () => {
  await Promise.all(running.map((child) => child.stop()));
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});

function start(): Child {
  const guard = ['--import', join(root, 'scripts', 'node-version.js')];
  const words = [...guard, join(root, 'scripts', 'start.ts'), '--host=browser', '--no-window', '--json'];
  const child = startChild(words, { ...process.env, QMC_DATA: dataDir, QMC_SERVER: '' });
  running.push(child);
  return child;
}

test('one command opens a desk that has joined its own province; Ctrl+C ends all of it', async () => {
  const first = start();
  const enrolled = await sessionAt(first);
  expect(enrolled).toMatchObject({ machine: 'ready', demo: { banner: 'BẢN THỬ' } });
  expect(enrolled?.demo?.users.length).toBeGreaterThan(0);
  expect(enrolled?.office).not.toBeNull();

  const second = start();
  await expect(second.line((said) => textIn(said, 'address'))).rejects.toThrow('LT-05');

  const family = descendants(first.process.pid ?? 0);
  expect(family.length).toBeGreaterThanOrEqual(2);
  expect(await first.stop('SIGINT')).toBe(0);
  expect(family.filter(alive)).toEqual([]);

  // The same folder opens again, as the same desk.
  expect((await sessionAt(start()))?.deviceName).toBe(enrolled?.deviceName);
});

test('a killed npm start takes the desk and the province with it', async () => {
  const program = start();
  await program.line((said) => textIn(said, 'address'));
  const family = descendants(program.process.pid ?? 0);
  expect(family.length).toBeGreaterThanOrEqual(2);
  await program.stop('SIGKILL');
  await expect.poll(() => family.filter(alive)).toEqual([]);
});

async function sessionAt(program: Child): Promise<Session | null> {
  const tab = await openTab(await program.line((said) => textIn(said, 'address')));
  const reply = await tab.call('session.get', {});
  return reply.ok ? reply.value : null;
}

function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
