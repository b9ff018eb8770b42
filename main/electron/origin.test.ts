import { expect, test } from 'vitest';
import { externalUrl, isOwnUrl } from './origin.ts';

const own = ['app://desk/', 'app://desk/index.html', 'app://desk/a/b.js?x=1#y', 'app://desk'];
const others = [
  '',
  'app://',
  'app:desk',
  'app://desk.evil.example/',
  'app://evil.example/app://desk/',
  'app://desk:8080/',
  'app://user@desk/',
  'app://desk@evil/',
  'app://DESK.evil/',
  'apps://desk/',
  'app-x://desk/',
  'https://desk/',
  'https://app/desk',
  'file:///app/desk/',
  'data:text/html,app://desk/',
  'javascript:app://desk/',
  'about:blank',
  'blob:app://desk/1',
];

test.each(own)('%s is the page’s own address', (url) => {
  expect(isOwnUrl(url)).toBe(true);
});

test.each(others)('%s is not the page’s own address', (url) => {
  expect(isOwnUrl(url)).toBe(false);
});

test.each([
  ['https://dichvucong.gov.vn/', 'https://dichvucong.gov.vn/'],
  ['https://dichvucong.gov.vn', 'https://dichvucong.gov.vn/'],
  ['HTTPS://DichVuCong.gov.vn/p?x=1#y', 'https://dichvucong.gov.vn/p?x=1#y'],
  ['https://dichvucong.gov.vn:443/', 'https://dichvucong.gov.vn/'],
  ['https://vbpl.vn/van-ban', 'https://vbpl.vn/van-ban'],
])('%s may open in the system’s browser', (url, href) => {
  expect(externalUrl(url)).toBe(href);
});

test.each([
  '',
  'dichvucong.gov.vn',
  '//dichvucong.gov.vn/',
  'http://dichvucong.gov.vn/',
  'https://dichvucong.gov.vn.evil.example/',
  'https://evil.example/dichvucong.gov.vn',
  'https://evil.example/?https://dichvucong.gov.vn/',
  'https://evil.example#dichvucong.gov.vn',
  'https://dichvucong.gov.vn@evil.example/',
  'https://user:pass@dichvucong.gov.vn/',
  'https://dichvucong.gov.vn:8443/',
  'https://xdichvucong.gov.vn/',
  'https://x.dichvucong.gov.vn/',
  'https://dịchvucong.gov.vn/',
  'ftp://dichvucong.gov.vn/',
  'file:///etc/passwd',
  'file://dichvucong.gov.vn/x.exe',
  'javascript:alert(1)',
  'data:text/html,x',
  'ms-settings:',
  'search-ms:query=x',
  'mailto:a@dichvucong.gov.vn',
  'app://desk/',
])('%s does not open in the system’s browser', (url) => {
  expect(externalUrl(url)).toBeNull();
});

// The URL standard reads the backslash as a slash: the host is ours, the rest is a path.
test('a backslash does not smuggle another host in', () => {
  expect(externalUrl('https://dichvucong.gov.vn\\@evil.example')).toBe('https://dichvucong.gov.vn/@evil.example');
});
