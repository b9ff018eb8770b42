import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Clock } from './desk/ports.ts';
import { fileLog } from './log.ts';

const clock: Clock = {
  now: () => Date.UTC(2026, 10, 24, 2),
  monotonic: () => 0,
  upFor: () => 0,
  after: () => () => {},
};
let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name = 'desk.log'): string => readFileSync(join(folder, 'logs', name), 'utf8');

test('a line is one JSON object with the desk’s own time', () => {
  fileLog({ dataDir: folder, clock }).info('started', { host: 'browser', port: 4711 });
  expect(JSON.parse(read())).toEqual({
    level: 'info',
    time: '2026-11-24T02:00:00.000Z',
    host: 'browser',
    port: 4711,
    msg: 'started',
  });
});

test('ID numbers and telephone numbers never reach the log', () => {
  const log = fileLog({ dataDir: folder, clock });
  log.warn('odd scan', { raw: '079088012345|Nguyễn', phone: '0912 345 678', day: '2026-11-24' });
  expect(read()).not.toMatch(/079088012345|0912 345 678/);
  expect(read()).toContain('2026-11-24');
});

test('of an error the typed text is left out, code, frames and cause stay', () => {
  const log = fileLog({ dataDir: folder, clock });
  let syntax: unknown;
  try {
    JSON.parse('Nguyễn Thị Hoa');
  } catch (error) {
    syntax = error;
  }
  log.error('bad body', new Error('Trần Văn Tài is wrong', { cause: syntax }));
  expect(read()).not.toMatch(/Nguyễn|Trần/);
  const { error } = JSON.parse(read());
  expect(error).toMatchObject({ name: 'Error', cause: { name: 'SyntaxError' } });
  expect(error.stack).toContain('log.test.ts');
});

test('what the system says about a file is kept', () => {
  const log = fileLog({ dataDir: folder, clock });
  try {
    readFileSync(join(folder, 'none'));
  } catch (error) {
    log.error('unreadable', error);
  }
  expect(JSON.parse(read()).error).toMatchObject({ code: 'ENOENT' });
  expect(JSON.parse(read()).error.message).toContain('no such file');
});

test('a full file gives way to a new one and at most four are kept', () => {
  const log = fileLog({ dataDir: folder, clock, maxBytes: 1000 });
  for (let i = 0; i < 200; i += 1) log.info('line', { i });
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['desk.1.log', 'desk.2.log', 'desk.3.log', 'desk.log']);
  for (const name of readdirSync(join(folder, 'logs'))) {
    expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(1000);
  }
  expect(read()).toContain('"i":199');
});

test('only this user can read the log', () => {
  fileLog({ dataDir: folder, clock }).info('x');
  // Windows knows no modes: there the folder's own rights decide.
  const others = process.platform === 'win32' ? 0 : statSync(join(folder, 'logs', 'desk.log')).mode & 0o077;
  expect(others).toBe(0);
});

test('a log that cannot be written stops nothing', () => {
  expect(() => fileLog({ dataDir: '/dev/null/nowhere', clock }).info('x')).not.toThrow();
});
