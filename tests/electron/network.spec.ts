import { expect } from '@playwright/test';
import { openLine, type Line } from './line.ts';
import { test } from './program.ts';

/** Point 1: nothing comes from outside, and nothing goes out. */

let line: Line;
test.beforeAll(async () => {
  line = await openLine();
});
test.afterAll(async () => {
  expect(line.visits()).toBe(0);
  await line.close();
});

const ways = [
  'fetch',
  'xhr',
  'img',
  'script',
  'style',
  'font',
  'audio',
  'socket',
  'events',
  'beacon',
  'prefetch',
] as const;

for (const way of ways) {
  test(`${way} to http, https, ws, file and data gets nowhere`, async ({ program: { page } }) => {
    const outcomes = await page.evaluate(
      async ([how, port]) => {
        const attempt = (url: string): Promise<string> =>
          new Promise((resolve) => {
            const refused = (): void => resolve('refused');
            const loaded = (): void => resolve('loaded');
            const element = (tag: string, set: object): void => {
              const made = Object.assign(document.createElement(tag), { onload: loaded, onerror: refused }, set);
              made.addEventListener('canplay', loaded);
              document.head.append(made);
            };
            try {
              if (how === 'fetch') fetch(url, { mode: 'no-cors' }).then(loaded, refused);
              if (how === 'xhr') {
                const request = Object.assign(new XMLHttpRequest(), { onload: loaded, onerror: refused });
                request.open('GET', url);
                request.send();
              }
              if (how === 'img') Object.assign(new Image(), { onload: loaded, onerror: refused, src: url });
              if (how === 'script') element('script', { src: url });
              if (how === 'style') element('link', { rel: 'stylesheet', href: url });
              if (how === 'prefetch') element('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: url });
              if (how === 'audio') element('audio', { src: url });
              if (how === 'font') new FontFace('x', `url(${url})`).load().then(loaded, refused);
              if (how === 'socket') {
                Object.assign(new WebSocket(url.replace('http', 'ws')), { onopen: loaded, onerror: refused });
              }
              if (how === 'events') Object.assign(new EventSource(url), { onopen: loaded, onerror: refused });
              // A beacon tells nobody how it fared: the listener's count does.
              if (how === 'beacon') {
                navigator.sendBeacon(url, 'x');
                refused();
              }
            } catch {
              refused();
            }
          });
        const urls = [
          `http://127.0.0.1:${port}/`,
          `https://127.0.0.1:${port}/`,
          'file:///etc/hostname',
          'data:text/plain,x',
        ];
        const found: [string, string][] = [];
        for (const url of urls) found.push([url, await attempt(url)]);
        return found;
      },
      [way, line.port] as const,
    );
    for (const [url, outcome] of outcomes) expect([url, outcome]).toEqual([url, 'refused']);
  });
}

test('the session refuses by itself, with no policy of a page in front', async ({ program: { app } }) => {
  const outcomes = await app.evaluate(async ({ session }, port) => {
    const page: typeof session.defaultSession = Reflect.get(globalThis, 'pageSession');
    const urls = [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      'file:///etc/hostname',
      'data:text/plain,x',
    ];
    return Promise.all(
      [page, session.defaultSession].flatMap((from) =>
        urls.map((url) =>
          from.fetch(url).then(
            (reply) => `${url} ${reply.status}`,
            () => 'refused',
          ),
        ),
      ),
    );
  }, line.port);
  expect(new Set(outcomes)).toEqual(new Set(['refused']));
});

test('the page comes from its own scheme and loads everything from there', async ({ program: { page } }) => {
  const found = await page.evaluate(() => ({
    secure: isSecureContext,
    urls: [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)],
  }));
  expect(found.secure).toBe(true);
  expect(found.urls[0]).toBe('app://desk/');
});
