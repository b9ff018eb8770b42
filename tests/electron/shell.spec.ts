import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openLine } from './line.ts';
import { electronAtHand } from '../../scripts/start/choose-host.ts';
import { endProgram, notes, startProgram, test } from './program.ts';

/** What the window, the locks and the end of the program do. */

test('the desk is built with this machine’s parts', async ({ program: { app, dataDir } }) => {
  const options = await app.evaluate(async () => {
    const { options: given } = Reflect.get(globalThis, 'standIn');
    return {
      host: given.host,
      dataDir: given.dataDir,
      demo: given.demo,
      catalogue: given.catalogueDir,
      keychain: await given.keychain.available(),
    };
  });
  expect(options).toMatchObject({ host: 'electron', dataDir, demo: null });
  expect(existsSync(join(options.catalogue, 'edition.json'))).toBe(true);
});

test('the window opens at 1366 by 768 with no menu', async ({ program: { app } }) => {
  const found = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const [width = 0, height = 0] = window?.getSize() ?? [];
    return { width, height, title: window?.getTitle(), menu: window?.isMenuBarVisible() };
  });
  expect(found).toMatchObject({ title: 'Quầy Một Cửa', menu: false });
  // A screen of just that size without a window manager takes a pixel away.
  expect(Math.abs(found.width - 1366)).toBeLessThanOrEqual(1);
  expect(Math.abs(found.height - 768)).toBeLessThanOrEqual(1);
});

test('a second start on the same folder ends at once and leaves the first', async ({ program: { app, dataDir } }) => {
  const second = spawnSync(
    electronAtHand(process.env) ?? '',
    [join(import.meta.dirname, '../../out/stand-in/main.js'), `--data=${dataDir}`],
    { timeout: 20_000, encoding: 'utf8' },
  );
  expect(second.status).toBe(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the line works from the desk’s side, without cookies', async ({ program: { app } }) => {
  const line = await openLine();
  const body = await app.evaluate(async (_electron, port) => {
    const reply = await Reflect.get(globalThis, 'standIn').options.fetch(`http://127.0.0.1:${port}/`, {});
    return reply.text();
  }, line.port);
  expect(body).toBe('ok');
  expect(line.visits()).toBe(1);
  await line.close();
});

test('nothing of the page is kept on disk by Chromium', async ({ program: { app, page, dataDir } }) => {
  await page.evaluate(() => localStorage.setItem('so-dinh-danh', '001099012345'));
  const folder = await app.evaluate(async () => {
    const session = Reflect.get(globalThis, 'pageSession');
    session.flushStorageData();
    return session.isPersistent() || session.getStoragePath();
  });
  // A session in memory has no folder.
  expect(folder).toBeNull();
  const files = readdirSync(join(dataDir, 'chromium'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const holding = files.filter((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    return bytes.includes('001099012345') || bytes.includes(Buffer.from('001099012345', 'utf16le'));
  });
  expect(holding).toEqual([]);
});

test('when the screen locks the sessions are locked and the page’s process is wiped, then loaded anew', async () => {
  const program = await startProgram('stand-in/main.js');
  const before = await program.app.evaluate(({ BrowserWindow, powerMonitor }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const back = new Promise<number | undefined>((resolve) => {
      contents?.once('render-process-gone', () => {
        contents.once('did-finish-load', () => resolve(contents.getOSProcessId()));
      });
    });
    Object.assign(globalThis, { back: () => back });
    const pid = contents?.getOSProcessId();
    powerMonitor.emit('lock-screen');
    return pid;
  });
  const after = await program.app.evaluate(() => Reflect.get(globalThis, 'back')());
  expect(after).not.toBe(before);
  expect((await notes(program)).locks).toBe(1);
  expect(existsSync(`/proc/${before}`)).toBe(false);
  await endProgram(program);
});

test('closing the window saves what was typed last, then closes the desk, then ends', async () => {
  const program = await startProgram('stand-in/main.js');
  const ended = new Promise((resolve) => {
    program.app.process().once('exit', resolve);
  });
  // As the page does with a draft, a second after the last key.
  await program.page.evaluate(() => {
    setTimeout(() => void Reflect.get(window, 'desk').call('draft.save', {}), 1000);
  });
  await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);
  expect(readFileSync(join(program.dataDir, 'closed'), 'utf8')).toContain('draft.save');
  rmSync(program.dataDir, { recursive: true });
});
