import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test, type Program } from './program.ts';

/** Points 13 to 15: the page stays where it is, opens nothing, and sends nobody to a place that is not on the list. */

const hostile = [
  'https://dichvucong.gov.vn.evil.example/',
  'https://evil.example/?app://desk/',
  'https://evil.example/#app://desk/',
  'https://app:desk@evil.example/',
  'https://desk/',
  'http://127.0.0.1/',
  'app://desk.evil.example/',
  'app://evil/',
  'app://desk@evil/',
  'slip://document/1',
  'file:///etc/hostname',
  'data:text/html,x',
  'javascript:document.body.remove()',
  'blob:app://desk/0000',
  'chrome://gpu/',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://desk/',
  'mailto:x@evil.example',
  'ms-settings:',
];

async function standsStill(program: Program): Promise<void> {
  // A call through the bridge is answered after what was asked of the main process before it.
  await program.page.evaluate(() => Reflect.get(window, 'desk').call('status.get', {}));
  const found = await program.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => [contents.getURL(), contents.isLoadingMainFrame()]),
  );
  expect(found).toEqual([['app://desk/', false]]);
  expect(await program.page.evaluate(() => Reflect.get(window, 'mark'))).toBe('here');
}

test.beforeEach(async ({ program: { app, page } }) => {
  await page.evaluate(() => Reflect.set(window, 'mark', 'here'));
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: async (url: string) => {
        opened.push(url);
      },
    });
  });
});

for (const url of hostile) {
  test(`the page does not go to ${url}`, async ({ program }) => {
    await program.page.evaluate((to) => {
      setTimeout(() => {
        location.href = to;
      });
      return new Promise((resolve) => setTimeout(resolve));
    }, url);
    await standsStill(program);
  });

  test(`no window opens for ${url}`, async ({ program }) => {
    const opened = await program.page.evaluate((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank', rel: 'opener' });
      document.body.append(link);
      link.click();
      return [window.open(to), window.open(to, 'named', 'popup')].map((window) => window === null);
    }, url);
    expect(opened).toEqual([true, true]);
    await standsStill(program);
    expect(await program.app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([]);
  });
}

test('going away is stopped by the program and not by chance', async ({ program }) => {
  await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const stopped = new Promise((resolve) => {
      contents?.once('will-frame-navigate', (event) => resolve([event.url, event.defaultPrevented]));
    });
    Object.assign(globalThis, { stopped: () => stopped });
  });
  await program.page.evaluate(() => {
    location.href = 'https://evil.example/';
  });
  expect(await program.app.evaluate(() => Reflect.get(globalThis, 'stopped')())).toEqual([
    'https://evil.example/',
    true,
  ]);
  await standsStill(program);
});

test('a form, a refresh and a download lead nowhere', async ({ program }) => {
  await program.page.evaluate(() => {
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = '0; url=https://evil.example/';
    document.head.append(refresh);
    const link = Object.assign(document.createElement('a'), { href: '/page.js', download: 'x.js' });
    document.body.append(link);
    link.click();
    return new Promise((resolve) => setTimeout(resolve));
  });
  await standsStill(program);
});

test('a slip our page makes into a file is saved where a person says', async ({ program }, info) => {
  const path = info.outputPath('slip.pdf');
  await program.app.evaluate((_electron, target) => {
    const session = Reflect.get(globalThis, 'pageSession');
    const saved = new Promise((resolve) => {
      session.once('will-download', (_event: unknown, item: Electron.DownloadItem) => {
        // What the person would choose in the dialog.
        item.setSavePath(target);
        item.once('done', (_done: unknown, state: string) => resolve([item.getFilename(), state]));
      });
    });
    Reflect.set(globalThis, 'saved', saved);
  }, path);
  await program.page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['%PDF-1.7'], { type: 'application/pdf' }));
    Object.assign(document.createElement('a'), { href, download: 'H20.57-261123-0304.pdf' }).click();
  });
  expect(await program.app.evaluate(() => Reflect.get(globalThis, 'saved'))).toEqual([
    'H20.57-261123-0304.pdf',
    'completed',
  ]);
  expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
});

test('a public page of the State opens in the system’s browser, not here', async ({ program }) => {
  await program.page.evaluate(() => window.open('https://dichvucong.gov.vn/p/home?x=1'));
  await standsStill(program);
  expect(await program.app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([
    'https://dichvucong.gov.vn/p/home?x=1',
  ]);
});

test('a page that went blank, which the program cannot stop, is brought back', async ({ program: { page } }) => {
  const back = page.waitForEvent('framenavigated', (frame) => frame.url() === 'app://desk/');
  await page.evaluate(() => {
    setTimeout(() => {
      location.href = 'about:blank';
    });
  });
  await back;
  await page.waitForLoadState('load');
  expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBeUndefined();
});
