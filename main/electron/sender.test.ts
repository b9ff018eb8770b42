import { expect, test } from 'vitest';
import { isOurPage } from './sender.ts';

const ours = { parent: null, origin: 'app://desk', url: 'app://desk/' };

test('our window’s top frame at our address is our page', () => {
  expect(isOurPage(1, 1, ours)).toBe(true);
});

test.each([
  ['another web contents', 2, ours],
  ['a frame that is gone', 1, null],
  ['a frame inside our page', 1, { ...ours, parent: {} }],
  ['a sandboxed frame', 1, { ...ours, origin: 'null' }],
  ['another origin', 1, { ...ours, origin: 'https://evil.example' }],
  ['another origin with our address', 1, { ...ours, origin: 'app://evil' }],
  ['a blank page that inherited our origin', 1, { ...ours, url: 'about:blank' }],
  ['a look-alike address', 1, { ...ours, url: 'app://desk.evil/' }],
] as const)('%s is not', (_what, contents, frame) => {
  expect(isOurPage(contents, 1, frame)).toBe(false);
});
