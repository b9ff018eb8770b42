import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256, signText } from '../../contract/signing.ts';
import {
  type NumberGrant,
  nonceReplySchema,
  pullReplySchema,
  referenceReplySchema,
  requestLine,
} from '../../contract/sync.ts';
import { sealFault, type LogEvent } from '../../domain/log/envelope.ts';
import { grantsClash } from '../../domain/dossier/number-range.ts';
import { formatDossierCode } from '../../domain/dossier/code.ts';
import { daysAfter, vietnamDate } from '../clock.ts';
import { putReference } from '../store/reference.ts';
import {
  OFFICE,
  OTHER,
  testProvince,
  type Answer,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

const pull = async (desk: TestDesk, query = '') => (await desk.ask('GET', `/v1/pull${query}`)).as(pullReplySchema);
const reference = async (desk: TestDesk, query = '') =>
  (await desk.ask('GET', `/v1/reference${query}`)).as(referenceReplySchema).reference;

test('pages follow each other without a gap, and an empty page keeps the cursor', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  for (let i = 0; i < 7; i++) log.receive();
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const first = await pull(desk, '?limit=5');
  expect([first.events.length, first.verdicts.length, first.more]).toEqual([5, 5, true]);
  const second = await pull(desk, `?limit=5&cursor=${first.cursor}`);
  expect([second.events.length, second.more]).toEqual([2, false]);
  const third = await pull(desk, `?limit=5&cursor=${second.cursor}`);
  expect([third.events.length, third.cursor]).toEqual([0, second.cursor]);
  const verifier = { sha256, verify: () => true };
  for (const event of [...first.events, ...second.events]) expect(sealFault(event as LogEvent, verifier)).toBeNull();
  expect([...first.events, ...second.events]).toEqual(log.events);
});

test('an office sees its own feed only', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: [log.receive({ note: 'riêng của nơi này' })] });
  const other = await province.enrol(OTHER);
  expect((await pull(other)).events).toEqual([]);
});

test('a cursor that is none of ours is refused; one of an older epoch begins anew', async () => {
  const desk = await province.enrol(OFFICE);
  const at = (text: string) => Buffer.from(text).toString('base64url');
  for (const cursor of [
    '!!',
    'AAAA',
    at('x.1'),
    at(`${desk.place.epoch}.-1`),
    at(`${desk.place.epoch}.1.1`),
    at(`${desk.place.epoch}.9e9`),
  ]) {
    const answer = await desk.ask('GET', `/v1/pull?cursor=${cursor}`);
    expect([cursor, answer.status, answer.code]).toEqual([cursor, 400, 'GN-02']);
  }
  for (const limit of ['0', '501', '-1', 'x', '1e2']) {
    expect((await desk.ask('GET', `/v1/pull?limit=${limit}`)).code).toBe('GN-02');
  }
  const anew = await pull(desk, `?cursor=${at('019ab000-0000-7000-8000-000000000001.999999')}`);
  expect(anew.events.length).toBeGreaterThan(0);
  expect(anew.epoch).toBe(desk.place.epoch);
});

test('a page never grows beyond four MiB, and always gives something', async () => {
  const desk = await province.enrol(OTHER);
  const log = testWriter(desk.place, desk.key);
  const papers = Array.from({ length: 100 }, (_, n) => ({
    paperId: `p${n}`,
    name: 'ệ'.repeat(500),
    group: 'submit' as const,
    state: 'has' as const,
    originals: 1,
    copies: 0,
    note: 'x'.repeat(500),
  }));
  for (let i = 0; i < 24; i++) log.receive({ papers });
  for (let i = 0; i < 24; i += 4) {
    await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events.slice(i, i + 4) });
  }
  const seen: string[] = [];
  let query = '?limit=500';
  for (let more = true; more;) {
    const answer = await desk.ask('GET', `/v1/pull${query}`);
    expect(answer.body.length).toBeLessThan(6 * 1_048_576);
    const page = answer.as(pullReplySchema);
    expect(page.events.length).toBeGreaterThan(0);
    seen.push(...page.events.map((event) => event.envelope.id));
    query = `?limit=500&cursor=${page.cursor}`;
    more = page.more;
  }
  expect(seen).toEqual(log.events.map((event) => event.envelope.id));
});

test('a desk gets the people, counters and settings of its own office, and every office that receives', async () => {
  await province.addPerson('ngan', 'officer', OFFICE);
  await province.addPerson('la', 'officer', OTHER);
  const desk = await province.enrol(OFFICE);
  const got = await reference(desk);
  expect(got.users.map((user) => user.login)).toEqual(['ngan']);
  expect(new Set(got.counters.map((counter) => counter.office))).toEqual(new Set([OFFICE]));
  expect(got.offices.map((office) => office.id)).toEqual(expect.arrayContaining([OFFICE, OTHER]));
  expect(got.settings.offlineNumbersTemporary).toBe(false);
});

test('catalogue and calendar are sent where the desk has another version', async () => {
  const desk = await province.enrol(OFFICE);
  expect((await reference(desk)).catalogue).toBeNull();
  const put = (version: string, imported_at: number) =>
    putReference(province.db, {
      kind: 'catalogue',
      version,
      content: JSON.stringify({ version, text: '\u0000 "' }),
      imported_at,
    });
  await put('2026-11-23.9', 1);
  await put('2026-11-23.10', 2);
  expect((await reference(desk)).catalogue).toMatchObject({ version: '2026-11-23.10', text: '\u0000 "' });
  expect((await reference(desk, '?catalogue=2026-11-23.9&calendar=x')).catalogue).not.toBeNull();
  expect((await reference(desk, '?catalogue=2026-11-23.10')).catalogue).toBeNull();
});

test('number ranges reach 45 days, are renewed before they end, and never given twice for a day', async () => {
  const desks = await Promise.all(Array.from({ length: 5 }, () => province.enrol(OFFICE)));
  const given = new Map<string, NumberGrant>();
  for (let day = 0; day < 100; day += 7) {
    const today = vietnamDate(province.clock.now());
    const replies = await Promise.all([...desks, ...desks].map((desk) => reference(desk)));
    for (const [index, { grants }] of replies.entries()) {
      const log = desks[index % desks.length]?.place.log;
      for (const date of [today, daysAfter(today, 30)]) {
        expect(grants.some((grant) => grant.validFrom <= date && date <= grant.validTo)).toBe(true);
      }
      for (const grant of grants) {
        expect(grant.log).toBe(log);
        given.set(grant.id, grant);
      }
    }
    province.clock.at += 7 * 86_400_000;
  }
  const all = [...given.values()];
  for (const [index, a] of all.entries()) for (const b of all.slice(index + 1)) expect(grantsClash(a, b)).toBe(false);
  // Rolling on makes one grant every two to three weeks and log, not one a week.
  expect(all.length).toBeLessThan(5 * 8);
});

test('a desk short of numbers gets another range for the same days', async () => {
  const desk = await province.enrol(OTHER);
  const [grant] = (await reference(desk)).grants;
  const date = vietnamDate(province.clock.now());
  const log = testWriter(desk.place, desk.key);
  const receive = (number: number) =>
    log.receive({
      code: {
        text: formatDossierCode({ agency: 'H20.58', date, number }),
        kind: 'official',
        date,
        number,
        grantId: grant?.id ?? null,
      },
    });
  receive((grant?.from ?? 0) + 198);
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  expect((await reference(desk)).grants).toHaveLength(1);
  receive((grant?.from ?? 0) + 202);
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const more = (await reference(desk)).grants;
  expect(more).toHaveLength(2);
  expect((await reference(desk)).grants).toEqual(more);
});

test('a hint says there is more, and says no more than that; whose doing it is need not be told', async () => {
  const desk = await province.enrol(OFFICE);
  const colleague = await province.enrol(OFFICE, `${OFFICE}-q2`);
  const app = province.another();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const { nonce } = nonceReplySchema.parse(await (await fetch(`${url}/v1/nonce`)).json());
  const headers = {
    'x-device': desk.place.device,
    'x-nonce': nonce,
    'x-signature': signText(desk.key, requestLine('GET', '/v1/hints', sha256(''), nonce)),
  };
  let whose = 'own';
  const heard = new Promise<string>((resolve, reject) => {
    const request = get(`${url}/v1/hints`, { headers }, (response) => {
      expect(response.headers['content-type']).toContain('text/event-stream');
      let text = '';
      let pushed = false;
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('data:')) {
          resolve(text);
          request.destroy();
        } else if (!pushed) {
          pushed = true;
          const push = (from: TestDesk): Promise<Answer> => {
            const events = [testWriter(from.place, from.key).receive()];
            return from.ask('POST', '/v1/push', { log: from.place.log, events }, {}, app);
          };
          push(desk)
            .then(() => {
              whose = 'colleague';
              return push(colleague);
            })
            .catch(reject);
        }
      });
    });
    request.on('error', () => undefined);
  });
  expect(await heard).toBe(':\n\ndata: {"topic":"feed"}\n\n');
  expect(whose).toBe('colleague');
});

test('the stream of a machine ends with its revocation, and opens no more', async () => {
  const stolen = await province.enrol(OFFICE);
  const admin = await province.seat('qt-dong', 'administrator', OFFICE);
  const app = province.another();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const listen = async (by: TestDesk, said: (response: IncomingMessage) => void): Promise<void> => {
    const { nonce } = nonceReplySchema.parse(await (await fetch(`${url}/v1/nonce`)).json());
    const line = requestLine('GET', '/v1/hints', sha256(''), nonce);
    const headers = { 'x-device': by.place.device, 'x-nonce': nonce, 'x-signature': signText(by.key, line) };
    get(`${url}/v1/hints`, { headers }, said).on('error', () => undefined);
  };
  const order = { device: stolen.place.device, trusted: null, because: 'mất cắp' };
  const ended = new Promise<string>((resolve, reject) => {
    listen(stolen, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        if (text === '')
          admin.desk.ask('POST', '/v1/admin/revoke', order, { 'x-session': admin.token }, app).catch(reject);
        text += chunk.toString();
      });
      response.on('end', () => resolve(text));
    }).catch(reject);
  });
  expect(await ended).toBe(':\n\ndata: {"topic":"reference"}\n\n');
  const status = new Promise<number | undefined>((resolve, reject) => {
    listen(stolen, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).catch(reject);
  });
  expect(await status).toBe(403);
});
