import { expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import { pullReplySchema, referenceReplySchema } from '../../contract/sync.ts';
import { formatDossierCode } from '../../domain/dossier/code.ts';
import { GENESIS } from '../../domain/log/envelope.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { OTHER, type TestDesk } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { revokeDevice } from '../store/devices.ts';

/** Whose log it is that is pushed: its numbers, a log its desk has left, a revoked device, a colleague's. */

const world = pushing();
const { desk, push, ends } = world;

test('a number is checked against the ranges given to this log', async () => {
  const { desk: one, log } = await desk();
  const { desk: two } = await desk();
  const grant = async (by: TestDesk) =>
    (await by.ask('GET', '/v1/reference')).as(referenceReplySchema).reference.grants[0];
  const own = await grant(one);
  const others = await grant(two);
  const date = '2026-11-24';
  const coded = (given: typeof own, number: number, prefix = 'H20.57') => ({
    code: {
      text: formatDossierCode({ agency: prefix, date, number }),
      kind: 'official' as const,
      date,
      number,
      grantId: given?.id ?? '',
    },
  });
  log.receive(coded(own, own?.from ?? 0));
  log.receive(coded(own, (own?.to ?? 0) + 1));
  log.receive(coded(others, (others?.from ?? 0) + 5));
  log.receive(coded(own, (own?.from ?? 0) + 1, 'H20.99'));
  log.receive(coded(own, (own?.from ?? 0) + 2));
  expect(ends(await push(one, log.events))).toEqual([
    '1 applied',
    '2 flagged XV-07',
    '3 flagged XV-07',
    '4 flagged XV-07',
    '5 applied',
  ]);
});

test('a number of the log its desk has left is accepted in the new one; of a log still written, or another desk’s, it is not', async () => {
  const { desk: one, log: old } = await desk();
  const { desk: two } = await desk();
  const grantOf = async (by: TestDesk) =>
    (await by.ask('GET', '/v1/reference')).as(referenceReplySchema).reference.grants[0];
  const [own, others] = [await grantOf(one), await grantOf(two)];
  const date = '2026-11-24';
  const coded = (given: typeof own, beyond: number) => {
    const number = (given?.from ?? 0) + beyond;
    const text = formatDossierCode({ agency: 'H20.57', date, number });
    return { code: { text, kind: 'official' as const, date, number, grantId: given?.id ?? '' } };
  };
  old.receive(coded(own, 0));
  expect(ends(await push(one, old.events))).toEqual(['1 applied']);
  const begin = async (leaving: string) => {
    const log = systemRandom.id();
    const left = [{ log: leaving, seq: 1, hash: GENESIS, because: 'restored' }];
    expect((await one.ask('POST', '/v1/log', { log, left })).status).toBe(200);
    return testWriter({ ...one.place, log }, one.key);
  };
  const beside = await begin(systemRandom.id());
  beside.receive(coded(own, 1));
  expect(ends(await push(one, beside.events, beside.events[0]?.envelope.log))).toEqual(['1 flagged XV-07']);
  const fresh = await begin(one.place.log);
  fresh.receive(coded(own, 2));
  fresh.receive(coded(others, 3));
  const reply = await push(one, fresh.events, fresh.events[0]?.envelope.log);
  expect(ends(reply)).toEqual(['1 applied', '2 flagged XV-07']);
});

test('what stays in a log its desk has left is taken from anybody, what lies behind it from nobody', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  for (let n = 0; n < 5; n++) log.receive();
  const old = one.place.log;
  expect(ends(await push(one, log.events.slice(0, 1)))).toEqual(['1 applied']);
  // As after a restore of the province: it lacks places that its desk had left there long ago.
  const left = [{ log: old, seq: 4, hash: log.events[3]?.envelope.hash, because: 'restored' }];
  await one.ask('POST', '/v1/log', { log: systemRandom.id(), left });
  expect(ends(await push(colleague, log.events.slice(1, 3), old))).toEqual(['2 applied', '3 applied']);
  const rest = await push(one, log.events.slice(3), old);
  expect([ends(rest), rest.ended]).toEqual([['4 applied'], true]);
  expect(ends(await push(colleague, log.events.slice(4), old))).toEqual(['5 flagged XV-17']);
});

test('a revoked device’s late events are kept apart; what was trusted stays, and it may do nothing else', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.receive();
  await push(one, log.events.slice(0, 1));
  await world.province.db.transaction().execute((tx) => revokeDevice(tx, one.place.device, null, 1));
  expect(ends(await push(one, log.events))).toEqual(['1 applied', '2 quarantined XV-06']);
  for (const target of ['/v1/pull', '/v1/reference', '/v1/hints']) {
    const answer = await one.ask('GET', target);
    expect([answer.status, answer.code]).toEqual([403, 'DT-06']);
  }
  const { desk: two, log: others } = await desk();
  others.receive();
  expect((await one.ask('POST', '/v1/push', { log: two.place.log, events: others.events })).status).toBe(403);
});

test('a colleague’s desk may carry the log, a foreign office’s may not', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  const { desk: foreign } = await desk(OTHER);
  log.receive();
  const refused = await foreign.ask('POST', '/v1/push', { log: one.place.log, events: log.events });
  expect([refused.status, refused.code]).toEqual([403, 'DT-03']);
  expect(ends(await push(colleague, log.events, one.place.log))).toEqual(['1 applied']);
  const feed = (await one.ask('GET', '/v1/pull')).as(pullReplySchema);
  expect(feed.verdicts.map((verdict) => verdict.eventId)).toContain(log.events[0]?.envelope.id);
});

test('what is written with the key of a machine of the waiting room is kept apart, whatever it is', async () => {
  const { desk: kiosk, log } = await desk();
  const { desk: colleague } = await desk();
  await world.province.db.updateTable('device').set({ kind: 'kiosk' }).where('id', '=', kiosk.place.device).execute();
  log.receive();
  log.receive();
  expect(ends(await push(kiosk, log.events.slice(0, 1)))).toEqual(['1 quarantined XV-04']);
  expect(ends(await push(colleague, log.events.slice(1), kiosk.place.log))).toEqual(['2 quarantined XV-04']);
});

test('an unknown log is refused', async () => {
  const { desk: one } = await desk();
  const stranger = testWriter({ ...one.place, log: '019ab000-0000-7000-8000-0000000000ff' }, newSigningKey());
  const answer = await one.ask('POST', '/v1/push', {
    log: '019ab000-0000-7000-8000-0000000000ff',
    events: [stranger.receive()],
  });
  expect([answer.status, answer.code]).toEqual([403, 'DT-03']);
});
