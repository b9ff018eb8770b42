import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { endProgram, patience, startProgram, type Program } from './program.ts';

/** The shipped page and desk in the shipped shell: what the stand-in cannot tell. */

const test = base.extend<object, { program: Program; heard: string[] }>({
  heard: [[], { scope: 'worker' }],
  program: [
    async ({ heard }, use) => {
      const root = join(import.meta.dirname, '../..');
      const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--if-stale'], { encoding: 'utf8' });
      if (built.status !== 0) throw new Error(built.stderr);
      const program = await startProgram('desk/electron.js');
      program.page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
      program.page.on('pageerror', (error) => heard.push(error.message));
      await program.page.reload();
      await program.page.waitForLoadState('load');
      await use(program);
      await endProgram(program);
    },
    { scope: 'worker', timeout: 3 * patience },
  ],
});

test('the page draws itself under the strict policy, with nothing blocked and nothing wrong', async ({
  program,
  heard,
}) => {
  await expect(program.page.locator('#page')).not.toBeEmpty();
  expect(heard.filter((line) => !line.startsWith('info') && !line.startsWith('log'))).toEqual([]);
});

test('the page is lettered with its own fonts and styled by its own files', async ({ program: { page } }) => {
  const found = await page.evaluate(async () => {
    await document.fonts.ready;
    return {
      sheets: Array.from(document.styleSheets, (sheet) => sheet.href).filter((href) => href !== null),
      loaded: Array.from(document.fonts).filter((font) => font.status === 'loaded').length,
    };
  });
  expect(found.sheets.length).toBeGreaterThan(0);
  for (const href of found.sheets) expect(href).toMatch(/^app:\/\/desk\//);
  expect(found.loaded).toBeGreaterThan(0);
});

test('the real desk answers our page and refuses a foreign window', async ({ program: { app, page } }) => {
  expect(await page.evaluate(() => Reflect.get(window, 'desk').call('session.get', {}))).toMatchObject({
    ok: true,
    value: { host: 'electron', machine: 'new', user: null },
  });
  const preload = join(import.meta.dirname, '../../out/preload/preload.cjs');
  const reply = await app.evaluate(async ({ BrowserWindow }, bridge) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: bridge, session: Reflect.get(globalThis, 'pageSession') },
    });
    await window.loadURL('app://desk/');
    const answer: unknown = await window.webContents.executeJavaScript("desk.call('session.get', {})");
    window.destroy();
    return answer;
  }, preload);
  expect(reply).toMatchObject({ ok: false, error: { code: 'GN-01' } });
});
