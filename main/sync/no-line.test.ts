import { createServer, type Server as PlainServer } from 'node:http';
import { createServer as createTlsServer, type Server } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { notYet, ranOut } from '../../tests/harness/dated-certificates.ts';
import { enrolledFolder, MONDAY_10_42, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { settle } from '../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import { completeReceipt } from '../../tests/harness/complete-receipt.ts';
import { newHallKey } from '../hall/certificate.ts';
import { noLineCode } from './no-line.ts';

/** A real TLS server whose certificate is out of its dates by this machine's clock, as it is for a desk years wrong. */

const usual = getCACertificates('default');
let future: Server;
let past: Server;
let unknown: Server;
let plain: PlainServer;
/** What the server's machine says the date is, in plain text; null: it answers no plain request. */
let date: number | null = null;
const plainAsked: string[] = [];

let folder: EnrolledFolder;
let desk: TestDesk | null = null;

const listen = async <S extends Server | PlainServer>(server: S): Promise<S> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
const portOf = (server: Server | PlainServer): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

beforeAll(async () => {
  setDefaultCACertificates([...usual, notYet.cert, ranOut.cert]);
  future = await listen(createTlsServer(notYet, (_request, response) => response.end('{}')));
  past = await listen(createTlsServer(ranOut, (_request, response) => response.end('{}')));
  const { privateKey: key, certificate: cert } = newHallKey(Uint8Array.of(9));
  unknown = await listen(createTlsServer({ key, cert }, (_request, response) => response.end('{}')));
  plain = await listen(
    createServer((request, response) => {
      plainAsked.push(`${request.method} ${request.url}`);
      if (date === null) {
        response.destroy();
        return;
      }
      response.sendDate = false;
      response.writeHead(301, { date: new Date(date).toUTCString(), location: 'https://example.invalid/' }).end();
    }),
  );
});
afterAll(() => {
  setDefaultCACertificates(usual);
  for (const server of [future, past, unknown, plain]) server.close();
});

beforeEach(async () => {
  folder = await enrolledFolder();
  date = null;
  plainAsked.length = 0;
});
afterEach(async () => {
  await desk?.desk.close();
  desk = null;
  folder.remove();
});

/** The folder's province is where `server` listens; plain requests go to the one that only knows the date. */
async function deskAtServer(server: Server): Promise<TestDesk> {
  const asked: string[] = [];
  const opened = await openTestDesk(folder.path, {
    fetch: (url, init) => {
      const target = new URL(url);
      asked.push(target.pathname);
      const isPlain = target.pathname === '/';
      const at = isPlain
        ? `http://127.0.0.1:${portOf(plain)}/`
        : `https://127.0.0.1:${portOf(server)}${target.pathname}`;
      return fetch(at, init);
    },
  });
  desk = opened;
  await opened.signIn('ngan');
  return opened;
}

async function stopped(opened: TestDesk) {
  let line = (await opened.call('status.get', {})).line;
  while (line.state !== 'stopped') {
    opened.clock.advance(50);
    await settle();
    await new Promise((resolve) => setImmediate(resolve));
    line = (await opened.call('status.get', {})).line;
  }
  return line;
}

test.each([
  ['not valid yet', () => future],
  ['run out', () => past],
])(
  'a certificate that is %s by this machine is told as its clock, and nothing but HEAD / goes out in plain',
  async (_name, server) => {
    const opened = await deskAtServer(server());
    const content = await completeReceipt(opened);
    const draft = await opened.call('draft.create', { from: null });
    const { dossierId } = await opened.call('receipt.receive', { draftId: draft.id, revision: 0, content });
    expect(await stopped(opened)).toMatchObject({ state: 'stopped', code: 'DH-03' });
    const { clock } = await opened.call('status.get', {});
    expect(clock.warning?.vi).toContain('đồng hồ máy sai');
    expect(clock.warning?.vi).toContain('Chưa gửi được gì về tỉnh');
    expect(clock.warning?.vi).toContain('chỉnh ngày giờ');
    const { reasons } = (await opened.call('dossier.get', { id: dossierId })).stand;
    expect(reasons.map(({ code }) => code)).toEqual(['DH-03']);
    expect(new Set(plainAsked)).toEqual(new Set(['HEAD /']));
  },
);

test('the server’s machine shows another day: the clock here; the same day: the certificate itself', async () => {
  date = MONDAY_10_42 + 400 * 86_400_000;
  const opened = await deskAtServer(past);
  expect(await stopped(opened)).toMatchObject({ code: 'DH-03' });
  date = MONDAY_10_42;
  let line = await stopped(opened);
  while (line.code !== 'DT-05') {
    opened.clock.advance(60_000);
    await settle();
    line = await stopped(opened);
  }
  const { clock } = await opened.call('status.get', {});
  expect(clock.warning).toBeNull();
});

test('a certificate nobody vouches for is no question of the clock', async () => {
  const opened = await deskAtServer(unknown);
  expect(await stopped(opened)).toMatchObject({ state: 'stopped', code: 'DT-05' });
  expect(plainAsked).toEqual([]);
});

test('each way it is said, by Node and by Chromium', () => {
  const wrapped = (cause: Error): Error => new TypeError('fetch failed', { cause });
  expect(noLineCode(new TypeError('no line'))).toBe('DT-01');
  expect(noLineCode(wrapped(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })))).toBe('DT-01');
  expect(noLineCode(wrapped(Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' })))).toBe('DH-03');
  expect(noLineCode(new Error('net::ERR_CERT_DATE_INVALID'))).toBe('DH-03');
  expect(noLineCode(new Error('net::ERR_CERT_AUTHORITY_INVALID'))).toBe('DT-05');
  expect(noLineCode(new Error('net::ERR_INTERNET_DISCONNECTED'))).toBe('DT-01');
  expect(noLineCode(wrapped(Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })))).toBe('DT-05');
});
