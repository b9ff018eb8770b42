import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './program.ts';

/** Point 7: a script, style or evaluation that is not a file of ours does not run, and the page hears of it. */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

test('every answer comes with the strict policy', async ({ program: { page } }) => {
  const found = await page.evaluate(async () => {
    const read = async (url: string): Promise<string> => {
      const reply = await fetch(url);
      return reply.headers.get('content-security-policy') ?? '';
    };
    return [await read('/'), await read('/index.html'), await read('/page.js')];
  });
  for (const header of found) expect(header.split('; ')).toEqual(policy);
});

test('every answer carries the other protective headers', async ({ program: { page } }) => {
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/page.js')).headers));
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    // The camera makes pictures of papers, for our own page alone; no sound ever.
    'permissions-policy': expect.stringMatching(/^camera=\(self\), .*microphone=\(\)/),
  });
});

test('what stands inline in the document does not run, and is reported', async ({ program: { page } }) => {
  // A handler is compiled, and refused, when it is first needed.
  await page.locator('p').click();
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, 'inlineRan'),
    colour: getComputedStyle(document.querySelector('p') ?? document.body).color,
    reported: Reflect.get(window, 'violations').toSorted(),
  }));
  expect(found).toEqual({
    ran: undefined,
    colour: 'rgb(0, 0, 0)',
    reported: ['script-src-attr', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
  });
});

/**
 * Each tries to run something; `directive` is what must stop and report it. Text that would become script is stopped
 * before the list of sources is asked. In timers: what the test tool itself runs is exempt.
 */
const attacks = [
  { name: 'inline script', directive: 'require-trusted-types-for' },
  { name: 'script from a blob', directive: 'require-trusted-types-for' },
  { name: 'script from data', directive: 'require-trusted-types-for' },
  { name: 'inline handler', directive: 'require-trusted-types-for' },
  { name: 'javascript: link', directive: 'script-src-elem' },
  { name: 'eval', directive: 'require-trusted-types-for' },
  { name: 'new Function', directive: 'require-trusted-types-for' },
  { name: 'timer with text', directive: 'require-trusted-types-for' },
  { name: 'innerHTML', directive: 'require-trusted-types-for' },
  { name: 'trusted types policy', directive: 'trusted-types' },
  { name: 'worker from a blob', directive: 'require-trusted-types-for' },
  { name: 'style element', directive: 'style-src-elem' },
  { name: 'style attribute', directive: 'style-src-attr' },
  { name: 'frame', directive: 'frame-src' },
  { name: 'object', directive: 'require-trusted-types-for' },
  { name: 'base', directive: 'base-uri' },
  { name: 'form', directive: 'form-action' },
  { name: 'image from data', directive: 'img-src' },
] as const;

for (const { name, directive } of attacks) {
  test(`${name} is blocked and reported`, async ({ program: { page } }) => {
    const found = await page.evaluate(
      (what) =>
        new Promise<{ directive: string; ran: boolean }>((resolve) => {
          Reflect.set(window, 'ran', false);
          const ran = (): void => {
            Reflect.set(window, 'ran', true);
          };
          document.addEventListener(
            'securitypolicyviolation',
            (event) => resolve({ directive: event.effectiveDirective, ran: Reflect.get(window, 'ran') === true }),
            { once: true },
          );
          const add = (tag: string, set: Record<string, string>, text = ''): HTMLElement => {
            const made = document.createElement(tag);
            for (const [key, value] of Object.entries(set)) made.setAttribute(key, value);
            if (text !== '') made.append(document.createTextNode(text));
            document.body.append(made);
            return made;
          };
          const blob = (): string => URL.createObjectURL(new Blob(['ran = true'], { type: 'text/javascript' }));
          const addresses = (url: string): void => {
            document.body.append(Object.assign(document.createElement('script'), { src: url }));
          };
          const tries: Record<string, () => void> = {
            'inline script': () => add('script', {}, 'ran = true'),
            'script from a blob': () => addresses(blob()),
            'script from data': () => addresses('data:text/javascript,ran=true'),
            'inline handler': () => add('button', { onclick: 'ran = true' }).click(),
            'javascript: link': () => add('a', { href: 'javascript:void(ran=true)' }).click(),
            eval: () => Reflect.apply(Reflect.get(window, 'eval'), window, ['ran = true']),
            'new Function': () => Reflect.construct(Function, ['ran = true'])(),
            'timer with text': () => Reflect.apply(setTimeout, window, ['ran = true']),
            innerHTML: () => Reflect.set(document.body, 'innerHTML', '<img src=x onerror="ran=true">'),
            'trusted types policy': () => {
              Reflect.get(window, 'trustedTypes').createPolicy('mine', {});
              ran();
            },
            'worker from a blob': () => Reflect.construct(Worker, [blob()]),
            'style element': () => add('style', {}, 'main { color: red }'),
            'style attribute': () => add('p', { style: 'color: red' }),
            frame: () => add('iframe', { src: 'app://desk/' }),
            object: () => add('object', { data: 'app://desk/page.js' }),
            base: () => add('base', { href: 'https://evil.example/' }),
            form: () => {
              const form = add('form', { action: 'https://evil.example/', method: 'post' });
              if (form instanceof HTMLFormElement) form.submit();
            },
            'image from data': () => add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
          };
          setTimeout(() => tries[what]?.());
        }),
      name,
    );
    expect(found).toEqual({ directive, ran: false });
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBe(false);
  });
}

test('the log tells which rules were broken, and nothing of what broke them', async ({
  program: { page, dataDir },
}) => {
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.append(document.createTextNode('/* 001099012345 */ main { color: red }'));
    document.body.append(style);
  });
  const log = (): string => readFileSync(join(dataDir, 'logs', 'desk.log'), 'utf8');
  await expect.poll(log).toContain('"rule":"style-src"');
  expect(log()).not.toContain('001099012345');
});
