import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageFile } from './page-file.ts';

const root = resolve('/srv/page');

test.each([
  ['app://desk/', 'index.html', 'text/html; charset=utf-8'],
  ['app://desk/assets/index-1.js', 'assets/index-1.js', 'text/javascript; charset=utf-8'],
  ['app://desk/assets/a%20b.css', 'assets/a b.css', 'text/css; charset=utf-8'],
  ['app://desk/assets/Tinos.woff2?v=1#x', 'assets/Tinos.woff2', 'font/woff2'],
  ['app://desk/a/../b.js', 'b.js', 'text/javascript; charset=utf-8'],
])('%s is a file of the page', (url, path, contentType) => {
  expect(pageFile(url, root)).toEqual({ path: join(root, path), contentType });
});

test.each([
  'app://desk/%2e%2e%2fsecret.js',
  'app://desk/..%2fsecret.js',
  'app://desk/a/..%2f..%2fsecret.js',
  'app://desk/..%5csecret.js',
  'app://desk/a%00.js',
  'app://desk/C:%5cWindows%5cx.js',
  'app://desk/file.js:stream.js',
  'app://desk/%',
  'app://desk/%E0%A4%A.js',
  'app://desk/noextension',
  'app://desk/page.exe',
  'app://desk/index.html/',
  'app://evil/index.html',
  'app://desk.evil/index.html',
  'app://user@desk/index.html',
  'https://desk/index.html',
  'file:///srv/page/index.html',
  'not a url',
])('%s is nothing of ours', (url) => {
  expect(pageFile(url, root)).toBeNull();
});

test('a folder whose name only begins like ours is not ours', () => {
  expect(pageFile('app://desk/..%2fpage-of-others/x.js', root)).toBeNull();
});

test('no address whatever leads out of the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '/',
    '%2f',
    '\\',
    '%5c',
    '%00',
    '%25',
    ':',
    'a',
    'b.js',
    '~',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = pageFile(`app://desk/${pieces.join('')}.js`, root);
      expect(found === null || found.path.startsWith(`${root}/`) || found.path.startsWith(`${root}\\`)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
