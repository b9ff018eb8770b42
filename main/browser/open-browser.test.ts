import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  browserArguments,
  browserEnvironment,
  folderFor,
  handOver,
  hasDisplay,
  openBrowser,
  removeUntilGone,
} from './open-browser.ts';

const TOKEN = 'T'.repeat(43);
const ADDRESS = `http://127.0.0.1:4711/#${TOKEN}`;
let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'open-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A browser that notes how it was started and lives until it is told to end. */
function standIn(): { readonly path: string; started(): { words: string[]; env: string } } {
  const path = join(folder, 'browser.sh');
  const notes = join(folder, 'notes');
  writeFileSync(
    path,
    `#!/bin/sh\nenv > ${notes}.env\nprintf '%s\\n' "$@" > ${notes}.tmp\nmv ${notes}.tmp ${notes}\nexec sleep 60\n`,
  );
  chmodSync(path, 0o755);
  return {
    path,
    started: () => ({
      words: readFileSync(notes, 'utf8').trim().split('\n'),
      env: readFileSync(`${notes}.env`, 'utf8'),
    }),
  };
}
const options = (browser: string) => ({
  browser,
  dataDir: join(folder, 'data'),
  address: ADDRESS,
  platform: process.platform,
  root: false,
  env: { ...process.env, QMC_DEMO: 'a-code' },
});

test('neither token, address nor debugging port stands on the browser’s command line or in its environment', async () => {
  const browser = standIn();
  const window = openBrowser(options(browser.path));
  const { words, env } = await vi.waitFor(() => browser.started());
  expect(words.join(' ')).not.toContain(TOKEN);
  expect(words.join(' ')).not.toContain('127.0.0.1');
  expect(words.join(' ')).not.toContain('debugging');
  expect(env).not.toContain(TOKEN);
  expect(env).not.toContain('a-code');

  const file = fileURLToPath(words.find((word) => word.startsWith('--app='))?.slice('--app='.length) ?? '');
  expect(readFileSync(file, 'utf8')).toContain(ADDRESS);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  window.tokenUsed();
  expect(existsSync(file)).toBe(false);
  await window.close();
  expect(readdirSync(join(folder, 'data'))).toEqual([]);
});

test('what a killed program left behind is removed by the next start', async () => {
  const browser = standIn();
  const first = openBrowser(options(browser.path));
  const left = readdirSync(join(folder, 'data'));
  const second = openBrowser(options(browser.path));
  expect(readdirSync(join(folder, 'data'))).toHaveLength(1);
  expect(readdirSync(join(folder, 'data'))).not.toEqual(left);
  await Promise.all([first.close(), second.close()]);
});

test('what the browser’s other processes write while they end goes too', async () => {
  const window = join(folder, 'window-1');
  mkdirSync(window);
  let writes = 2;
  await removeUntilGone(window, () => {
    if (writes > 0) mkdirSync(join(window, 'profile', 'Cache'), { recursive: true });
    writes -= 1;
    return Promise.resolve();
  });
  expect([writes, existsSync(window)]).toEqual([-1, false]);
});

test('a browser that does not exist ends at once', async () => {
  const window = openBrowser(options(join(folder, 'none')));
  expect(await window.ended).toEqual({ code: null });
});

test('the sandbox is given up for root only', () => {
  expect(browserArguments('/d', '/d/open.html', false)).not.toContain('--no-sandbox');
  expect(browserArguments('/d', '/d/open.html', true)).toContain('--no-sandbox');
});

test.each([
  'http://evil.com/#T',
  "http://127.0.0.1:1/#');alert(1)//",
  'http://127.0.0.1:1/#</script>',
  'javascript:alert(1)',
  'http://127.0.0.1.evil.com:1/#T',
])('a hand-over page is made for no address but ours: %s', (address) => {
  expect(() => handOver(address)).toThrow('No address of this host.');
});

test('a display is told by DISPLAY or WAYLAND_DISPLAY; Windows and macOS have one', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});

test('a browser from a snap gets a folder it can read, each data folder its own', () => {
  expect(folderFor('/usr/bin/chromium', '/data')).toBe('/data');
  expect(folderFor('/snap/bin/chromium', '/data')).toContain(join('snap', 'chromium', 'common'));
  expect(folderFor('/snap/bin/chromium', '/data')).not.toBe(folderFor('/snap/bin/chromium', '/other'));
});

test('the browser’s environment keeps the display and loses what is ours', () => {
  expect(browserEnvironment({ DISPLAY: ':0', QMC_DEMO: 'x', NODE_OPTIONS: 'y', DATABASE_URL: 'z' })).toEqual({
    DISPLAY: ':0',
  });
});

test('a machine of the waiting room fills its screen and speaks unasked; a desk does neither', () => {
  for (const screen of ['kiosk', 'display'] as const) {
    const words = browserArguments('/folder', '/folder/open.html', false, screen);
    expect(words).toContain('--kiosk');
    expect(words).toContain('--autoplay-policy=no-user-gesture-required');
  }
  expect(browserArguments('/folder', '/folder/open.html', false).join(' ')).not.toMatch(/--kiosk|--autoplay/);
});
