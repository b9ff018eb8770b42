import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { expect, test, watchPages } from '../harness/page.ts';
import { buildPages, type BuiltPages } from './built-pages.ts';
import { serveForeignPage, type ForeignPage } from './foreign-page.ts';

/** The loopback host against a real browser: what our own page may do, and what nobody else may. */

let pages: BuiltPages;
let desk: RunningDesk;
let foreign: ForeignPage;

test.beforeAll(async () => {
  pages = await buildPages();
  const entry = join(import.meta.dirname, 'host-stand-in.ts');
  desk = await startDesk({ entry, env: { PAGE_DIR: pages.own } });
  foreign = await serveForeignPage(pages.foreign);
});
test.afterAll(async () => {
  await foreign.close();
  await desk.remove();
  pages.remove();
});

interface Reply {
  readonly ok: boolean;
  readonly value?: string[];
  readonly error?: { readonly code: string };
}

/** Calls through the page's own bridge (tests/e2e/page/own puts it there). */
function call(page: Page, name: string): Promise<Reply> {
  return page.evaluate(`bridge.call(${JSON.stringify(name)}, {})`);
}
/** The page's one call of its own is among them, whenever they are asked for. */
async function callsSoFar(page: Page): Promise<readonly string[]> {
  await page.evaluate('greeted');
  return (await call(page, 'status.get')).value ?? [];
}

test('the address opens the desk once; the token leaves it, a reload goes on', async ({ page }) => {
  const address = await desk.address();
  await page.goto(address);
  expect(await call(page, 'status.get')).toMatchObject({ ok: true });
  expect(page.url()).toBe(`${desk.origin}/`);
  await page.reload();
  expect(await call(page, 'status.get')).toMatchObject({ ok: true });
});

test.describe('refused', () => {
  // The browser names each refusal on the console of the page that was refused.
  test.use({ expected: /./ });

  test('a used token opens nothing', async ({ page, context }) => {
    const address = await desk.address();
    await page.goto(address);
    await call(page, 'status.get');
    const second = await context.newPage();
    await second.goto(address);
    expect(await call(second, 'status.get')).toMatchObject({ ok: false, error: { code: 'GN-01' } });
  });

  test('a copy of the tab opens nothing', async ({ page, context }) => {
    await page.goto(await desk.address());
    await call(page, 'status.get');
    const copied = await page.evaluate(() => JSON.stringify(sessionStorage));
    const second = await context.newPage();
    await second.addInitScript((kept) => {
      for (const [name, value] of Object.entries(JSON.parse(kept))) sessionStorage.setItem(name, String(value));
    }, copied);
    await second.goto(`${desk.origin}/`);
    expect(await call(second, 'status.get')).toMatchObject({ ok: false, error: { code: 'GN-01' } });
    expect(await call(page, 'status.get')).toMatchObject({ ok: true });
  });

  for (const name of ['127.0.0.1', 'localhost']) {
    test(`a foreign page on ${name} reaches nothing`, async ({ page, context }) => {
      const own = await context.newPage();
      await own.goto(await desk.address());
      const before = await callsSoFar(own);

      await page.goto(`http://${name}:${foreign.port}/`);
      expect(await page.evaluate(`tryEverything('${desk.origin}')`)).toEqual([]);

      // Frames: the browser shows its own error page in the place of ours.
      await page.evaluate(`addFrames('${desk.origin}')`);
      await expect.poll(() => page.frames().length).toBeGreaterThan(1);
      await expect
        .poll(() =>
          page
            .frames()
            .slice(1)
            .every((frame) => !frame.url().startsWith(desk.origin)),
        )
        .toBe(true);

      // A form may navigate, the call is not made.
      await page.evaluate(`submitForm('${desk.origin}')`);
      await page.waitForURL(`${desk.origin}/**`);
      expect(await page.textContent('body')).toContain('GN-01');

      expect(await callsSoFar(own)).toEqual([...before, 'status.get']);
    });
  }

  test('a foreign page that opens ours in a window has no hold on it', async ({ page, context }) => {
    await page.goto(`http://127.0.0.1:${foreign.port}/`);
    const opening = context.waitForEvent('page');
    await page.evaluate(`openWindow('${desk.origin}')`);
    const opened = await opening;
    await opened.waitForURL(`${desk.origin}/`);
    expect(await opened.evaluate('window.opener')).toBeNull();
    await expect.poll(() => page.evaluate('lost()')).toBe(true);
    expect(await call(opened, 'status.get')).toMatchObject({ ok: false, error: { code: 'GN-01' } });
  });

  test('a name that was made to point here (DNS rebinding) is refused', async ({ playwright, launchOptions }) => {
    const rebound = await playwright.chromium.launch({
      ...launchOptions,
      args: ['--host-resolver-rules=MAP *.evil.test 127.0.0.1'],
    });
    const page = await rebound.newPage();
    const { port } = new URL(desk.origin);
    for (const host of ['desk.evil.test', '127.0.0.1.evil.test']) {
      expect((await page.goto(`http://${host}:${port}/`))?.status()).toBe(403);
      const status = await page.evaluate(async () => {
        const response = await fetch('/call/status.get', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        return response.status;
      });
      expect(status).toBe(403);
    }
    expect((await page.goto(`http://localhost:${port}/`))?.status()).toBe(403);
    await rebound.close();
  });

  test('our own page runs no inline script and no eval, and asks no other origin', async ({ page, context }) => {
    const faults = watchPages(context);
    await page.goto(await desk.address());
    expect(await page.evaluate(`breakOut('http://127.0.0.1:${foreign.port}')`)).toEqual([]);
    expect(faults.join('\n')).toContain('Content Security Policy');
  });
});

test('topics arrive at the page', async ({ page }) => {
  await page.goto(await desk.address());
  await page.evaluate("void bridge.subscribe('session', () => void heard.push('session'))");
  await expect
    .poll(async () => {
      await call(page, 'session.lock');
      return page.evaluate('heard.length');
    })
    .toBeGreaterThan(0);
});
