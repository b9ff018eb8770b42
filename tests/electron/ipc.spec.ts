import { join } from 'node:path';
import { expect } from '@playwright/test';
import { notes, test } from './program.ts';

/** Point 17: a call is ours only from our window's top frame at our address. */

test('a call of our own page arrives as trusted, with its window as the session', async ({ program }) => {
  const reply = await program.page.evaluate(() => Reflect.get(window, 'desk').call('status.get', { a: 1 }));
  expect(reply).toEqual({ ok: true, value: { name: 'status.get' } });
  const { calls } = await notes(program);
  expect(calls.at(-1)).toEqual({
    caller: { session: expect.stringMatching(/^window-\d+$/), trusted: true },
    name: 'status.get',
    input: { a: 1 },
  });
});

test('a name the contract does not have never leaves the page', async ({ program }) => {
  const before = (await notes(program)).calls.length;
  const names = ['no.such', '__proto__', 'constructor', '', 'status.get ', 'STATUS.GET'];
  const codes = await program.page.evaluate(
    (asked) => Promise.all(asked.map(async (name) => (await Reflect.get(window, 'desk').call(name, {})).error?.code)),
    names,
  );
  expect(codes).toEqual(names.map(() => 'GN-04'));
  expect((await notes(program)).calls).toHaveLength(before);
});

const foreign = [
  { what: 'another window with our preload at our address', url: 'app://desk/' },
  { what: 'another window with our preload at a blank page', url: 'about:blank' },
] as const;

for (const { what, url } of foreign) {
  test(`${what} is refused in words`, async ({ program }) => {
    const preload = join(import.meta.dirname, '../../out/preload/preload.cjs');
    const found = await program.app.evaluate(
      async ({ BrowserWindow }, [address, bridge]) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: bridge, session: Reflect.get(globalThis, 'pageSession') },
        });
        await window.loadURL(address);
        const reply: unknown = await window.webContents.executeJavaScript("desk.call('status.get', {})");
        const id = window.webContents.id;
        window.destroy();
        return { reply, id };
      },
      [url, preload] as const,
    );
    expect(found.reply).toMatchObject({ ok: false, error: { code: 'GN-01' } });
    const last = (await notes(program)).calls.at(-1);
    expect(last?.caller).toMatchObject({ trusted: false });
    expect(last?.caller.session).not.toBe(`window-${found.id}`);
  });
}

test('a frame in our page, blank being all that the policy lets in, has no bridge', async ({ program: { page } }) => {
  const found = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'about:blank';
    document.body.append(frame);
    const inside = frame.contentWindow;
    return inside === null ? 'no frame' : typeof Reflect.get(inside, 'desk');
  });
  expect(['no frame', 'undefined']).toContain(found);
});
