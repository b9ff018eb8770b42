import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './program.ts';

/** Points 2 to 4, 6, 8 to 12 and 20: what the running page is and has. */

test('the page runs without Node', async ({ program: { page } }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(found).toEqual([]);
});

test('every web preference that matters has its safe value in the running window', async ({ program: { app } }) => {
  const found = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types: its own tests use it.
    const read: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
  });
  expect(found).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  // These are reported only where they are set.
  for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'plugins', 'enableBlinkFeatures']) {
    expect([name, Boolean(found[name])]).toEqual([name, false]);
  }
});

// Read from /proc, so on Linux only.
if (process.platform === 'linux') {
  test('the page’s process is in the system’s sandbox', async ({ program: { app } }) => {
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    // 2: system calls are filtered.
    expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
    expect(/^NoNewPrivs:\s+(\d)/m.exec(status)?.[1]).toBe('1');
  });
}

test('no process was started with a switch that weakens it', async ({ program: { app } }) => {
  const found = await app.evaluate(({ app: electron }) =>
    [
      'no-sandbox',
      'disable-web-security',
      'allow-running-insecure-content',
      'ignore-certificate-errors',
      'enable-blink-features',
      'disable-site-isolation-trials',
    ].filter((name) => electron.commandLine.hasSwitch(name)),
  );
  expect(found).toEqual([]);
});

test('what the page changes in its own world does not reach the bridge', async ({ program: { page } }) => {
  const reply = await page.evaluate(async () => {
    const original: unknown = Reflect.get(Set.prototype, 'has');
    let caught = 0;
    const poison = (): boolean => {
      caught += 1;
      return true;
    };
    Object.assign(Set.prototype, { has: poison });
    const answer = await Reflect.get(window, 'desk').call('no.such', {});
    Object.assign(Set.prototype, { has: original });
    return { code: answer.error?.code, caught };
  });
  // With one world for both, the poisoned Set would have let the unknown name through.
  expect(reply).toEqual({ code: 'GN-04', caught: 0 });
});

test('a webview element is nothing', async ({ program: { page, app } }) => {
  const made = await page.evaluate(() => {
    const element = document.createElement('webview');
    element.setAttribute('src', 'app://desk/');
    document.body.append(element);
    return { plain: element.constructor.name, contents: 'getWebContentsId' in element };
  });
  expect(made).toEqual({ plain: 'HTMLElement', contents: false });
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('a webview is prevented even in a window that allows the tag', async ({ program: { app } }) => {
  const prevented = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    await window.loadURL('about:blank');
    const attached = new Promise<boolean>((resolve) => {
      window.webContents.on('will-attach-webview', (event) => resolve(event.defaultPrevented));
    });
    await window.webContents.executeJavaScript(
      "document.body.append(Object.assign(document.createElement('webview'), { src: 'about:blank' })), 0",
    );
    const answer = await attached;
    window.destroy();
    return answer;
  });
  expect(prevented).toBe(true);
});

test('the page sees exactly call and subscribe, and cannot replace them', async ({ program: { page } }) => {
  const found = await page.evaluate(() => {
    const desk = Reflect.get(window, 'desk');
    return {
      keys: Reflect.ownKeys(desk).map(String).toSorted(),
      replaced: Reflect.set(desk, 'call', () => 'mine') && desk.call() === 'mine',
      electron: ['ipcRenderer', 'electron', 'electronAPI', 'webFrame'].filter((name) => name in window),
    };
  });
  expect(found).toEqual({ keys: ['call', 'subscribe'], replaced: false, electron: [] });
});

test('a topic reaches its subscribers as a bare signal, until they leave', async ({ program: { app, page } }) => {
  await page.evaluate(() => {
    const heard: unknown[][] = [];
    const desk = Reflect.get(window, 'desk');
    Reflect.set(window, 'heard', heard);
    Reflect.set(
      window,
      'leave',
      desk.subscribe('drafts', (...words: unknown[]) => heard.push(words)),
    );
    desk.subscribe('__proto__', (...words: unknown[]) => heard.push(words));
  });
  const publish = (): Promise<void> => app.evaluate(() => Reflect.get(globalThis, 'standIn').publish('drafts'));
  const heard = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'heard'));
  await publish();
  // No event object, no sender, no port: only that something changed.
  await expect.poll(heard).toEqual([[]]);
  await page.evaluate(() => Reflect.get(window, 'leave')());
  await publish();
  await page.evaluate(() => Reflect.get(window, 'desk').call('status.get', {}));
  expect(await heard()).toEqual([[]]);
});

test('spelling is not checked and no crash report is written', async ({ program: { app } }) => {
  const found = await app.evaluate(({ app: electron, crashReporter }) => ({
    spelling: Reflect.get(globalThis, 'pageSession').isSpellCheckerEnabled(),
    uploads: crashReporter.getUploadToServer(),
    off: electron.commandLine.hasSwitch('disable-breakpad'),
  }));
  expect(found).toEqual({ spelling: false, uploads: false, off: true });
});
