import { expect } from '@playwright/test';
import { test } from './program.ts';

/** Point 18: the page's own scheme gives out the page's own files, by GET, and nothing else. */

const table: readonly (readonly [url: string, status: number | 'refused'])[] = [
  ['app://desk/', 200],
  ['app://desk/index.html', 200],
  ['app://desk/page.js', 200],
  ['app://desk/nothing.js', 404],
  ['app://desk/page', 404],
  ['app://desk/../main.js', 404],
  ['app://desk/%2e%2e/main.js', 404],
  ['app://desk/%2e%2e%2fmain.js', 404],
  ['app://desk/..%2fmain.js', 404],
  ['app://desk/..%5cmain.js', 404],
  ['app://desk/..\\main.js', 404],
  ['app://desk/%252e%252e/main.js', 404],
  ['app://desk/./../../package.json', 404],
  ['app://desk/page.js%00.html', 404],
  ['app://desk//etc/hostname.html', 404],
  ['app://desk/C:%5cWindows%5cwin.ini', 404],
  ['app://desk/%', 404],
  ['app://evil/index.html', 404],
  ['app://desk.evil/index.html', 404],
  ['app://user@desk/index.html', 'refused'],
  ['file:///etc/hostname', 'refused'],
  ['file://localhost/etc/hostname', 'refused'],
  ['slip://document/1', 'refused'],
];

for (const [url, expected] of table) {
  test(`${JSON.stringify(url)} is answered ${expected}`, async ({ program: { app } }) => {
    const found = await app.evaluate(({ session }, asked) => {
      const page: typeof session.defaultSession = Reflect.get(globalThis, 'pageSession');
      return page.fetch(asked).then(
        (reply) => reply.status,
        () => 'refused' as const,
      );
    }, url);
    expect(found).toBe(expected);
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']) {
  test(`${method} is not answered`, async ({ program: { page } }) => {
    const status = await page.evaluate(
      (how) =>
        fetch('/page.js', { method: how }).then(
          (reply) => reply.status,
          () => 'refused' as const,
        ),
      method,
    );
    expect([405, 'refused']).toContain(status);
  });
}

test('a file of the page has its type and may not be guessed as another', async ({ program: { page } }) => {
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/page.js')).headers));
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
});
