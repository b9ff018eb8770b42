import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What must not stand anywhere in the program's sources, whatever a review overlooked. */

const root = join(import.meta.dirname, '../..');

function sources(...folders: string[]): { readonly path: string; readonly text: string }[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

const program = sources('main', 'preload', 'renderer', 'contract', 'domain');

function holding(pattern: RegExp, within = program): string[] {
  return within.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

test.each([
  ['the sandbox off', /sandbox:\s*false/],
  ['context isolation off', /contextIsolation:\s*false/],
  ['Node in a page', /nodeIntegration\w*:\s*true/],
  ['web security off', /webSecurity:\s*false|disable-web-security/],
  ['insecure content', /allowRunningInsecureContent:\s*true|ignore-certificate-errors/],
  ['experimental features', /experimentalFeatures:\s*true/],
  [
    'features of Blink switched on',
    /enableBlinkFeatures|enable-blink-features|enable-experimental-web-platform-features/,
  ],
  ['webviews', /webviewTag:\s*true|<webview/],
  ['the remote module', /enableRemoteModule|@electron\/remote/],
  ['certificates waved through', /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT/],
  ['pages loaded from files', /\.loadFile\(|['"`]file:\/\//],
  ['code made from text', /\bexecuteJavaScript\(|insertCSS\(|new Function\(|\beval\(/],
  ['crash reports', /crashReporter\.start/],
])('no source has %s', (_what, pattern) => {
  expect(holding(pattern)).toEqual([]);
});

test('a certificate nobody vouches for is taken in the hall alone, which knows it by its hash', () => {
  expect(holding(/rejectUnauthorized:\s*false/)).toEqual(['main/hall/lan.ts']);
  expect(holding(/getPeerX509Certificate/)).toEqual(['main/hall/lan.ts']);
});

test('no switch of the shell weakens Chromium', () => {
  const shell = program.filter(({ path }) => path.startsWith('main/electron/') || path.startsWith('preload/'));
  expect(holding(/no-sandbox|remote-allow-origins|disable-site-isolation|disable-features/, shell)).toEqual([]);
});

test('only the shell and the bridge know Electron', () => {
  const knowing = holding(/from 'electron'/).filter((path) => !path.startsWith('main/electron/'));
  expect(knowing).toEqual(['preload/preload.ts']);
});

test('one place opens the system’s browser, after the list of hosts', () => {
  expect(holding(/openExternal|openPath|showItemInFolder/)).toEqual(['main/electron/navigation.ts']);
});

test('one channel is answered and one is sent', () => {
  expect(holding(/ipcMain/)).toEqual(['main/electron/ipc.ts']);
  expect(holding(/ipcRenderer/)).toEqual(['preload/preload.ts']);
});

test('the page is drawn without markup from text', () => {
  expect(holding(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
});

test('every row of the security table names sources and checks that exist', () => {
  const table = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const rows = table.split('\n').filter((line) => /^\| \d+ \|/.test(line));
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  for (const row of rows) {
    const [, , , , evidence = '', checks = ''] = row.split('|');
    const files = [...evidence.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    expect([row, files.length > 0]).toEqual([row, true]);
    for (const path of files) expect(readFileSync(join(root, path), 'utf8')).not.toBe('');
    const named = [...checks.matchAll(/`([^`]+)` “([^”]+)”/g)];
    expect([row, named.length > 0]).toEqual([row, true]);
    for (const [, path = '', title = ''] of named) {
      expect([path, title, readFileSync(join(root, path), 'utf8').includes(title)]).toEqual([path, title, true]);
    }
  }
});
