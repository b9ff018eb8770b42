import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { releaseFuses, setFuses, testFuses } from '../../scripts/fuses.ts';
import { packageProgram } from '../../scripts/package.ts';
import { endProgram, startProgram } from './program.ts';
import { electronAtHand } from '../../scripts/start/choose-host.ts';

/**
 * Point 19, on the program as it is packaged: made from the shipped build and the Electron at hand, as a folder. The
 * release is read and started; the copy that Playwright drives differs in the inspector's fuse only.
 */

const root = join(import.meta.dirname, '../..');
let folder = '';
let release = '';
let driven = '';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--if-stale'], { encoding: 'utf8' });
  expect([built.status, built.status === 0 ? '' : built.stderr]).toEqual([0, '']);
  folder = mkdtempSync(join(tmpdir(), 'qmc-package-'));
  const dist = join(folder, 'electron');
  cpSync(dirname(electronAtHand(process.env) ?? ''), dist, { recursive: true });
  // A runtime may bring an app of its own.
  for (const own of ['app', 'app.asar', 'default_app.asar'])
    rmSync(join(dist, 'resources', own), { recursive: true, force: true });
  await packageProgram({ directoryOnly: true, electronDist: dist, output: join(folder, 'release') });
  release = join(folder, 'release', 'linux-unpacked', 'quay-mot-cua');
  cpSync(dirname(release), join(folder, 'driven'), { recursive: true });
  driven = join(folder, 'driven', 'quay-mot-cua');
  await setFuses(driven, testFuses);
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the release with a switch that makes it end at once. */
function runRelease(words: readonly string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(release, [`--data=${join(folder, 'data')}`, '--remote-debugging-port=0', ...words], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...env },
  });
}

test('the packaged program has every fuse as decided', async () => {
  const wire = Object.entries(await getCurrentFuseWire(release)).filter(([fuse]) => fuse !== 'version');
  const found = wire.map(([fuse, state]) => [FuseV1Options[Number(fuse)], Number(state) === FuseState.ENABLE]);
  const decided = Object.entries(releaseFuses).map(([fuse, on]) => [FuseV1Options[Number(fuse)], on]);
  // An older Electron lacks the newest fuse.
  expect(found.length).toBeGreaterThanOrEqual(8);
  expect(found).toEqual(decided.slice(0, found.length));
});

test('the build that tests drive differs in the inspector only', () => {
  const differing = Object.keys(releaseFuses).filter(
    (fuse) => Reflect.get(releaseFuses, fuse) !== Reflect.get(testFuses, fuse),
  );
  expect(differing.map((fuse) => FuseV1Options[Number(fuse)])).toEqual(['EnableNodeCliInspectArguments']);
});

test('the archive holds the program, one native library, and nothing else', () => {
  const files = archived(join(dirname(release), 'resources', 'app.asar'));
  const outside = files.filter(
    (path) =>
      !/^(package\.json$|out\/(desk\/electron\.js$|preload\/preload\.cjs$|renderer\/|catalogue\/|slip\/)|node_modules\/better-sqlite3\/)/.test(
        path,
      ),
  );
  expect(outside).toEqual([]);
  expect(files.filter((path) => path.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ]);
  expect(files.filter((path) => path.endsWith('.map') || path.endsWith('.ts'))).toEqual([]);
});

test('the packaged program refuses a debugging port', () => {
  expect(runRelease([]).status).toBe(2);
});

test('the packaged program ignores the inspector', () => {
  const run = runRelease(['--inspect=0']);
  expect(run.stderr).not.toContain('Debugger listening');
  expect(run.status).toBe(2);
});

test('the packaged program is no Node and takes no code from the environment', () => {
  const planted = join(folder, 'planted.cjs');
  const trace = join(folder, 'trace');
  writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
  const run = runRelease(['-p', '6*7'], { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${planted}` });
  expect(run.stdout).not.toContain('42');
  expect(run.status).toBe(2);
  expect(existsSync(trace)).toBe(false);
});

test('the packaged program starts, from its archive, and its desk answers', async () => {
  const program = await startProgram(null, {}, driven);
  expect(program.page.url()).toBe('app://desk/');
  const found = await program.app.evaluate(({ app }) => ({ packaged: app.isPackaged, path: app.getAppPath() }));
  expect(found).toEqual({ packaged: true, path: join(folder, 'driven', 'resources', 'app.asar') });
  const reply = await program.page.evaluate(() => Reflect.get(window, 'desk').call('session.get', {}));
  expect(reply).toMatchObject({ ok: true, value: { host: 'electron', machine: 'new' } });
  await endProgram(program);
});

/** Paths in an asar archive: four 32-bit numbers, then the listing as JSON. */
function archived(path: string): readonly string[] {
  const file = openSync(path, 'r');
  const sizes = Buffer.alloc(16);
  readSync(file, sizes, 0, 16, 0);
  const text = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(file, text, 0, text.length, 16);
  const walk = (node: Listing, at: string): string[] =>
    Object.entries(node.files ?? {}).flatMap(([name, child]) =>
      child.files === undefined ? [at + name] : walk(child, `${at}${name}/`),
    );
  return walk(JSON.parse(text.toString('utf8')), '');
}

interface Listing {
  readonly files?: Readonly<Record<string, Listing>>;
}
