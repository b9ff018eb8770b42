import { expect, test } from 'vitest';
import { isRequestAllowed } from './network.ts';

const installed = { schemes: [], development: false };

test.each(['app://desk/', 'app://desk/assets/index.js', 'blob:app://desk/6f1c'])('%s may be asked for', (url) => {
  expect(isRequestAllowed(url, installed)).toBe(true);
});

test.each([
  'http://127.0.0.1/',
  'https://dichvucong.gov.vn/',
  'ws://127.0.0.1/',
  'wss://evil.example/',
  'ftp://evil.example/',
  'file:///etc/hostname',
  'data:text/plain,x',
  'app://evil/',
  'blob:app://desk.evil/1',
  'blob:https://evil.example/1',
  'devtools://devtools/bundled/x.js',
  'chrome-extension://x/y.js',
  'slip://1/',
  '',
])('%s may not be asked for', (url) => {
  expect(isRequestAllowed(url, installed)).toBe(false);
});

test('the development tools load themselves in development only', () => {
  expect(isRequestAllowed('devtools://devtools/x.js', { schemes: [], development: true })).toBe(true);
  expect(isRequestAllowed('https://evil.example/', { schemes: [], development: true })).toBe(false);
});

test('a printing window may ask for its own schemes only', () => {
  const printing = { schemes: ['slip:', 'data:'], development: false };
  expect(isRequestAllowed('slip://1/', printing)).toBe(true);
  expect(isRequestAllowed('data:font/woff2;base64,AA==', printing)).toBe(true);
  expect(isRequestAllowed('slips://1/', printing)).toBe(false);
  expect(isRequestAllowed('http://127.0.0.1/', printing)).toBe(false);
});
