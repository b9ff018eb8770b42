import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../main/print/find-browser.ts';
import { startChild, textIn, type Child } from '../../scripts/child.ts';
import { expect, test } from '../harness/page.ts';
import { buildPages, type BuiltPages } from './built-pages.ts';

/** The program opens a browser window by itself, and no other user of the computer can learn the token from it. */

let folder = '';
let host: Child | null = null;
let pages: BuiltPages | null = null;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'window-'));
  pages = await buildPages();
});
test.afterEach(async () => {
  await host?.stop();
  pages?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('the window gets the token by a file, never by a command line, and the program ends with the window', async () => {
  // The real browser, without a screen.
  const browser = join(folder, 'browser');
  writeFileSync(browser, `#!/bin/sh\necho $$ > ${folder}/pid\nexec ${findBrowser() ?? ''} --headless=new "$@"\n`);
  chmodSync(browser, 0o755);
  const data = join(folder, 'data');
  host = startChild([join(import.meta.dirname, 'host-stand-in.ts'), '--json', `--data=${data}`], {
    ...process.env,
    PAGE_DIR: pages?.own,
    BROWSER: browser,
    DISPLAY: ':0',
  });

  // The program itself asks which screen it opens; then the page's first call: it came through the file and exchanged its token.
  const byPage = (name: string | null): string | null => (name === 'screen.get' ? null : name);
  expect(await host.line((said) => byPage(textIn(said, 'called')))).toBe('session.get');
  const [window] = readdirSync(data);
  expect(readdirSync(join(data, window ?? ''))).toEqual(['profile']);
  const words = commandLines().filter((line) => line.includes(folder));
  expect(words.length).toBeGreaterThan(1);
  for (const line of words) {
    expect(line).not.toContain('127.0.0.1');
    expect(line).not.toMatch(/remote-debugging/);
  }

  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGTERM');
  await host.ended;
  expect(readdirSync(data)).toEqual([]);
});

function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
}
