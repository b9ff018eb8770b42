import { expect, test } from 'vitest';
import { deskCalls } from '../../contract/desk.ts';
import { judge, type GateRequest } from './gate.ts';

const HOST = '127.0.0.1:4711';
type Headers = Record<string, string | readonly string[] | undefined>;

function request(method: string, target: string, headers: Headers): GateRequest {
  const lists = Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]);
  return { method, target, headers: Object.fromEntries(lists) };
}
const navigation: Headers = {
  host: HOST,
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const asset: Headers = {
  host: HOST,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'script',
};
const script: Headers = {
  host: HOST,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
};
const post: Headers = { ...script, origin: `http://${HOST}`, 'content-type': 'application/json' };

const page = (headers: Headers = {}) => judge(request('GET', '/', { ...navigation, ...headers }), HOST);
const call = (headers: Headers = {}, method = 'POST') =>
  judge(request(method, '/call/status.get', { ...post, ...headers }), HOST);

test('our own page, its files, its calls and its topics pass', () => {
  expect(page()).toEqual({ pass: true, route: { kind: 'page' } });
  expect(judge(request('GET', '/assets/index-B1a_2.js', asset), HOST)).toEqual({
    pass: true,
    route: { kind: 'asset', path: '/assets/index-B1a_2.js' },
  });
  expect(call()).toEqual({ pass: true, route: { kind: 'call', name: 'status.get' } });
  expect(judge(request('POST', '/tab', post), HOST)).toEqual({ pass: true, route: { kind: 'tab' } });
  expect(judge(request('GET', '/topics', script), HOST)).toEqual({ pass: true, route: { kind: 'topics' } });
});

test('every call of the contract has a route', () => {
  for (const name of Object.keys(deskCalls)) {
    expect(judge(request('POST', `/call/${name}`, post), HOST)).toEqual({ pass: true, route: { kind: 'call', name } });
  }
});

const foreignHosts = [
  'localhost:4711',
  '[::1]:4711',
  '127.0.0.1',
  '127.0.0.1:4712',
  '127.0.0.1:04711',
  '127.0.0.1.evil.com:4711',
  'evil.com:4711',
  'evil.com',
  '127.0.0.2:4711',
  '127.1:4711',
  '0.0.0.0:4711',
  '2130706433:4711',
  '127.0.0.1:4711.',
  ' 127.0.0.1:4711',
  '127.0.0.1:4711@evil.com',
  '',
];
test.each(foreignHosts)('Host "%s" is refused for page, file, call and topics', (host) => {
  const refused = { pass: false, status: 403, why: 'host' };
  expect(page({ host })).toEqual(refused);
  expect(call({ host, origin: `http://${host}` })).toEqual(refused);
  expect(judge(request('GET', '/assets/a.js', { ...asset, host }), HOST)).toEqual(refused);
  expect(judge(request('GET', '/topics', { ...script, host }), HOST)).toEqual(refused);
});

test('no Host and two Hosts are refused', () => {
  expect(page({ host: undefined })).toMatchObject({ pass: false, why: 'host' });
  expect(page({ host: [HOST, 'evil.com'] })).toMatchObject({ pass: false, why: 'host' });
});

const foreignOrigins = [
  'http://evil.com',
  'http://127.0.0.1.evil.com:4711',
  'http://localhost:4711',
  'https://127.0.0.1:4711',
  'http://127.0.0.1:4712',
  'http://127.0.0.1',
  'http://127.0.0.1:4711/',
  'http://127.0.0.1:4711.evil.com',
  'file://',
  'null',
  '',
];
test.each(foreignOrigins)('Origin "%s" is refused for calls, the token and topics', (origin) => {
  const refused = { pass: false, status: 403, why: 'origin' };
  expect(call({ origin })).toEqual(refused);
  expect(judge(request('POST', '/tab', { ...post, origin }), HOST)).toEqual(refused);
  expect(judge(request('GET', '/topics', { ...script, origin }), HOST)).toEqual(refused);
});

test('a POST without Origin, or with two, is refused', () => {
  expect(call({ origin: undefined })).toMatchObject({ pass: false, why: 'origin' });
  expect(call({ origin: [`http://${HOST}`, `http://${HOST}`] })).toMatchObject({ pass: false, why: 'origin' });
});

test.each(['cross-site', 'same-site', 'none', 'x', undefined])(
  'Sec-Fetch-Site %s reaches no call, topic or file',
  (site) => {
    const refused = { pass: false, status: 403, why: 'fetch-site' };
    expect(call({ 'sec-fetch-site': site })).toEqual(refused);
    expect(judge(request('GET', '/topics', { ...script, 'sec-fetch-site': site }), HOST)).toEqual(refused);
    expect(judge(request('GET', '/assets/a.js', { ...asset, 'sec-fetch-site': site }), HOST)).toEqual(refused);
  },
);

test.each(['iframe', 'frame', 'embed', 'object', 'fencedframe', 'worker', 'serviceworker', 'image', undefined])(
  'the page is not given to %s',
  (dest) => {
    expect(page({ 'sec-fetch-dest': dest })).toMatchObject({ pass: false, why: 'fetch-dest' });
    expect(page({ 'sec-fetch-dest': dest, 'sec-fetch-site': 'same-origin' })).toMatchObject({ pass: false });
  },
);

test.each(['iframe', 'frame', 'embed', 'object', 'document', 'worker', 'serviceworker'])(
  'a file is not given to %s',
  (dest) => {
    expect(judge(request('GET', '/assets/a.js', { ...asset, 'sec-fetch-dest': dest }), HOST)).toMatchObject({
      pass: false,
      why: 'fetch-dest',
    });
  },
);

test('a form of our own origin cannot call: its destination is a document', () => {
  expect(call({ 'sec-fetch-dest': 'document' })).toMatchObject({ pass: false, why: 'fetch-dest' });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined])(
  'content type %s, which a form can send, is refused',
  (type) => {
    expect(call({ 'content-type': type })).toEqual({ pass: false, status: 415, why: 'content-type' });
  },
);

test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])('%s is no way to call', (method) => {
  expect(call({}, method)).toEqual({ pass: false, status: 405, why: 'method' });
});

test.each(['POST', 'HEAD', 'OPTIONS', 'PUT'])('%s is no way to read', (method) => {
  for (const target of ['/', '/assets/a.js', '/topics']) {
    const headers = target === '/' ? navigation : target === '/topics' ? script : asset;
    expect(judge(request(method, target, headers), HOST)).toEqual({ pass: false, status: 405, why: 'method' });
  }
});

test.each([
  'http://evil.com/',
  '//evil.com/',
  '/../package.json',
  '/assets/../../package.json',
  '/..',
  '/%2e%2e/package.json',
  '/assets/%2fetc',
  '/a\\b',
  '/a\0b',
  '/?token=x',
  '/#x',
  '*',
  '',
  'index.html',
])('target "%s" is refused', (target) => {
  expect(judge(request('GET', target, asset), HOST)).toMatchObject({ pass: false, status: 400, why: 'target' });
});

test.each(['/call/', '/call/status', '/call/a.b.c', '/call/status.get/x', '/call/__proto__', '/call/a.b-c'])(
  'target "%s" is no call',
  (target) => {
    expect(judge(request('POST', target, post), HOST)).toEqual({ pass: false, status: 404, why: 'unknown' });
  },
);
