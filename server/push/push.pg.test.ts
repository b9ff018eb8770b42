import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newSigningKey, sealerOf, verifyText } from '../../contract/signing.ts';
import { MAX_EVENT_BYTES, pullReplySchema } from '../../contract/sync.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { GENESIS, seal, type LogEvent } from '../../domain/log/envelope.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { OTHER, type TestDesk } from '../../tests/harness/test-server.ts';
import { receivedBody, testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';

const envelopeFields: readonly string[] =
  'id device log seq aggregate aggregateId after type version actor approvedBy at bodyHash prev hash signature body salt'.split(
    ' ',
  );

const world = pushing();
const { desk, push, ends } = world;

async function held(log: string): Promise<number> {
  const rows = await world.province.db.selectFrom('event').select('seq').where('log', '=', log).execute();
  return rows.length;
}

async function alarms(log: string): Promise<number> {
  return (await world.province.db.selectFrom('alarm').select('seq').where('log', '=', log).execute()).length;
}

test('a batch is taken in order, with a signed verdict and a book number for each receipt', async () => {
  const { desk: one, log } = await desk();
  const first = log.receive();
  log.slip(first);
  log.receive();
  const reply = await push(one, log.events);
  expect(reply.head).toBe(3);
  expect(reply.expected).toBeNull();
  expect(ends(reply)).toEqual(['1 applied', '2 applied', '3 applied']);
  const [a, b, c] = reply.verdicts;
  expect(a?.book?.year).toBe(2026);
  expect(b?.book).toBeNull();
  expect(c?.book?.number).toBe((a?.book?.number ?? 0) + 1);
  for (const { signature, ...verdict } of reply.verdicts) {
    expect(verifyText(world.province.key.publicKey, canonical(verdict as Json), signature)).toBe(true);
  }
});

test('a repeat, a cut batch and a batch sent anew after a lost reply change nothing and answer the same verdicts', async () => {
  const { desk: one, log } = await desk();
  for (let i = 0; i < 5; i++) log.receive();
  const first = await push(one, log.events.slice(0, 3));
  const again = await push(one, log.events.slice(0, 3));
  expect(again).toEqual(first);
  const rest = await push(one, log.events);
  expect(rest.verdicts.slice(0, 3)).toEqual(first.verdicts);
  expect(rest.head).toBe(5);
  expect(await held(one.place.log)).toBe(5);
});

test('a gap is asked for, and nothing behind it is kept', async () => {
  const { desk: one, log } = await desk();
  for (let i = 0; i < 4; i++) log.receive();
  const [a, , c, d] = log.events;
  expect(await push(one, [c, d])).toEqual({ head: 0, expected: 1, verdicts: [] });
  const reply = await push(one, [a, c, d]);
  expect([reply.head, reply.expected, reply.verdicts.length]).toEqual([1, 2, 1]);
});

test('a batch out of order, with repeats inside, is put in order', async () => {
  const { desk: one, log } = await desk();
  for (let i = 0; i < 3; i++) log.receive();
  const [a, b, c] = log.events;
  const reply = await push(one, [b, a, b, c, a]);
  expect(reply.head).toBe(3);
  expect(await held(one.place.log)).toBe(3);
});

test('another event in a held place is refused with an alarm and never stored; the first one stays', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.receive();
  await push(one, log.events);
  const clone = testWriter(one.place, one.key);
  clone.receive();
  const reply = await push(one, clone.events);
  expect(ends(reply)).toEqual(['1 refused XV-02']);
  expect(reply.head).toBe(2);
  expect(await push(one, clone.events)).toEqual(reply);
  expect(await alarms(one.place.log)).toBe(1);
  const kept = await world.province.db.selectFrom('event').select('hash').where('log', '=', one.place.log).execute();
  expect(kept.map((row) => row.hash)).not.toContain(clone.events[0]?.envelope.hash);
});

test('two different events for one place in the same batch: the first is taken, the second refused', async () => {
  const { desk: one, log } = await desk();
  const clone = testWriter(one.place, one.key);
  const reply = await push(one, [log.receive(), clone.receive()]);
  expect(ends(reply)).toEqual(['1 applied', '1 refused XV-02']);
});

test('an id that stands in another place already is refused', async () => {
  const { desk: one, log } = await desk();
  const first = log.receive();
  log.receive({}, { id: first.envelope.id });
  expect(ends(await push(one, log.events))).toEqual(['1 applied', '2 refused XV-16']);
  const third = log.receive({}, { id: first.envelope.id });
  expect(ends(await push(one, [{ ...third }]))).toEqual([]);
});

test.each<[string, (event: LogEvent) => unknown]>([
  ['a changed body', (event) => ({ ...event, body: { ...(event.body as object), note: 'khác' } })],
  ['a changed envelope', (event) => ({ ...event, envelope: { ...event.envelope, actor: 'u-2' } })],
  ['a body without its salt', (event) => ({ ...event, salt: null })],
  ['a salt without a body', (event) => ({ ...event, body: null })],
  ['a member too many', (event) => ({ ...event, more: 1 })],
  ['a fraction in the body', (event) => ({ ...event, body: { a: 0.5 } })],
])('%s is refused with an alarm, and what follows is not taken', async (_what, spoil) => {
  const { desk: one, log } = await desk();
  for (let i = 0; i < 3; i++) log.receive();
  const [a, b, c] = log.events;
  const reply = await push(one, [a, b === undefined ? b : spoil(b), c]);
  expect(ends(reply)).toEqual(['1 applied', '2 refused XV-01']);
  expect(reply.head).toBe(1);
  expect(await alarms(one.place.log)).toBe(1);
  expect((await push(one, log.events)).head).toBe(3);
});

test('a batch is proven by the newest signature that holds, and the hashes that lead up to it', async () => {
  const { desk: one, log } = await desk();
  const forger = sealerOf(newSigningKey());
  for (let i = 0; i < 4; i++) log.receive();
  const unsigned = (event: LogEvent): LogEvent => ({
    ...event,
    envelope: { ...event.envelope, signature: forger.sign(event.envelope.hash) },
  });
  const [a, b, c, d] = log.events.map((event, at) => (at === 1 || at === 3 ? unsigned(event) : event));
  // The hash of the third covers the second, whatever stands beside it; nothing covers the fourth.
  expect(ends(await push(one, [a, b, c, d]))).toEqual(['1 applied', '2 applied', '3 applied', '4 refused XV-01']);
  expect(await alarms(one.place.log)).toBe(1);
  expect((await push(one, log.events)).head).toBe(4);
});

test('a forged event in the middle of a true batch proves nothing, however well it is sealed', async () => {
  const { desk: one, log } = await desk();
  for (let i = 0; i < 3; i++) log.receive();
  const [a, b, c] = log.events;
  if (b === undefined) throw new Error('nothing written');
  const { hash: _hash, signature: _signature, bodyHash: _bodyHash, ...unsealed } = b.envelope;
  const forged = seal({ ...unsealed, actor: 'u-2' }, b.body, b.salt ?? '', sealerOf(newSigningKey()));
  expect(ends(await push(one, [a, forged, c]))).toEqual(['1 applied', '2 refused XV-01']);
  // Nor one behind the end of the true ones.
  const tail = { ...unsealed, seq: 4, prev: c?.envelope.hash ?? '', id: systemRandom.id(), after: [] };
  const appended = seal(tail, b.body, b.salt ?? '', sealerOf(newSigningKey()));
  const reply = await push(one, [...log.events, appended]);
  expect(ends(reply)).toEqual(['1 applied', '2 applied', '3 applied', '4 refused XV-01']);
  expect(await held(one.place.log)).toBe(3);
});

test('a chain that does not hang on the one before is refused', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.receive({}, { prev: GENESIS });
  expect(ends(await push(one, log.events))).toEqual(['1 applied', '2 refused XV-01']);
});

test('an event sealed by a device the log is not of is refused', async () => {
  const { desk: one } = await desk();
  const { desk: two } = await desk();
  const foreign = testWriter({ ...one.place, device: two.place.device }, two.key);
  expect(ends(await push(one, [foreign.receive()]))).toEqual(['1 refused XV-01']);
});

test('what cannot be read is kept apart and the log goes on', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.write({ some: 'thing' }, { type: 'dossier.somethingNew', version: 7 });
  log.write({ not: 'a receipt' });
  log.write({ text: 'NUL \u0000 and a lone \ud800 half' });
  log.write({ text: 'x'.repeat(MAX_EVENT_BYTES) });
  log.write({ from: 'a', to: 'b' }, { type: 'draft.takenOver', aggregate: 'dossier' });
  log.receive({ note: 'not NFC: e\u0301' });
  log.receive();
  const reply = await push(one, log.events);
  expect(ends(reply)).toEqual([
    '1 applied',
    '2 quarantined XV-03',
    '3 quarantined XV-03',
    '4 quarantined XV-03',
    '5 quarantined XV-08',
    '6 quarantined XV-03',
    '7 quarantined XV-03',
    '8 applied',
  ]);
  const rows = await world.province.db
    .selectFrom('event')
    .select(['seq', 'body', 'envelope'])
    .where('log', '=', one.place.log)
    .orderBy('seq')
    .execute();
  expect(rows.map((row) => row.body)).toEqual(log.events.map((event) => canonical(event.body)));
  const feed = (await one.ask('GET', '/v1/pull')).as(pullReplySchema);
  const mine = feed.events.filter((event) => event.envelope.log === one.place.log).map((event) => event.envelope.seq);
  expect(mine).toEqual([1, 8]);
});

test('what the database stumbles over is kept apart, and what it was sent with is taken with all of its dossier', async () => {
  const { db } = world.province;
  await sql`create function stumble() returns trigger language plpgsql as $$ begin
    if new.body like '%STUMBLE%' and not new.quarantined then raise exception 'stumbled' using errcode = '22000'; end if;
    return new;
  end $$`.execute(db);
  await sql`create trigger stumble before insert on event for each row execute function stumble()`.execute(db);
  const { desk: one, log } = await desk();
  const first = log.receive();
  const slip = log.slip(first);
  log.receive({ note: 'STUMBLE' });
  log.slip(first, { after: [slip.envelope.id] });
  const reply = await push(one, log.events);
  expect(ends(reply)).toEqual(['1 applied', '2 applied', '3 quarantined XV-03', '4 applied']);
  const row = await db
    .selectFrom('dossier_view')
    .select('view')
    .where('id', '=', first.envelope.aggregateId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(row.view)).toMatchObject({ slips: [{}, {}] });
});

test('an aggregate of a kind this release has no name for is kept apart', async () => {
  const { desk: one, log } = await desk();
  log.write({ n: 1 }, { aggregate: 'ticket' as 'dossier', type: 'ticket.issued' });
  log.receive();
  expect(ends(await push(one, log.events))).toEqual(['1 quarantined XV-03', '2 applied']);
});

test('a receipt for an office that is not the device’s own is kept apart', async () => {
  const { desk: one, log } = await desk();
  log.receive({ receivingOffice: OTHER });
  log.receive();
  expect(ends(await push(one, log.events))).toEqual(['1 quarantined XV-04', '2 applied']);
});

test('only an office already concerned adds to a dossier', async () => {
  const { desk: one, log } = await desk();
  const { desk: two, log: other } = await desk(OTHER);
  const own = log.receive();
  const shared = log.receive({ competentOffice: OTHER });
  await push(one, log.events);
  other.slip(own);
  other.slip(shared);
  other.receive({}, { aggregateId: own.envelope.aggregateId, after: [own.envelope.id] });
  expect(ends(await push(two, other.events))).toEqual(['1 quarantined XV-04', '2 applied', '3 quarantined XV-04']);
});

test('a dossier enters the feed of every office it concerns, with all that went before', async () => {
  const { desk: one, log } = await desk();
  const { desk: two } = await desk(OTHER);
  const { desk: three, log: colleague } = await desk();
  const receipt = log.receive({ competentOffice: OTHER });
  // The slip comes first, from another desk of the office: it waits for its receipt.
  const slip = colleague.slip(receipt);
  await push(three, [slip]);
  const seen = async (by: TestDesk) =>
    (await by.ask('GET', '/v1/pull')).as(pullReplySchema).events.map((event) => event.envelope.id);
  expect(await seen(one)).toContain(slip.envelope.id);
  expect(await seen(two)).not.toContain(slip.envelope.id);
  const reply = await push(one, [receipt]);
  expect(ends(reply)).toEqual(['1 applied']);
  expect(await seen(two)).toEqual(expect.arrayContaining([slip.envelope.id, receipt.envelope.id]));
  const view = await world.province.db
    .selectFrom('dossier_view')
    .select('view')
    .where('id', '=', receipt.envelope.aggregateId)
    .executeTakeFirstOrThrow();
  expect(view.view).toContain(slip.envelope.id);
});

test('equal printed codes are flagged, and both dossiers stay', async () => {
  const { desk: one, log } = await desk();
  const code = receivedBody(one.place).code;
  log.receive({ code });
  log.receive({ code });
  expect(ends(await push(one, log.events))).toEqual(['1 applied', '2 flagged XV-05']);
});

test('two receipts of one dossier flag it, and it has one book number', async () => {
  const { desk: one, log } = await desk();
  const first = log.receive();
  log.receive({}, { aggregateId: first.envelope.aggregateId, after: [first.envelope.id] });
  const reply = await push(one, log.events);
  expect(ends(reply)).toEqual(['1 applied', '2 flagged XV-09']);
  expect(reply.verdicts[1]?.book).toBeNull();
});

test.each<[string, readonly unknown[]]>([
  ['nothing readable', [null, 1, 'x']],
  ['no envelope', [{}]],
  ['an envelope without a place', [{ envelope: { id: 1 }, body: {}, salt: '00' }]],
  ['a seq beyond all numbers', [{ envelope: { id: 'x', log: 'y', seq: 1e300, hash: 'z' } }]],
])('a batch with %s in front is refused as malformed, with nothing kept', async (_what, events) => {
  const { desk: one } = await desk();
  const answer = await one.ask('POST', '/v1/push', { log: one.place.log, events });
  expect([answer.status, answer.code]).toEqual([400, 'GN-02']);
});

test('what stands before something without a place is still taken', async () => {
  const { desk: one, log } = await desk();
  const reply = await push(one, [log.receive(), { nothing: true }, log.receive()]);
  expect(ends(reply)).toEqual(['1 applied']);
});

const weird = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    1e308,
    -1,
    2 ** 53,
    '019ab000-0000-7000-8000-00000000000a',
    'x'.repeat(70_000),
  ),
);

test('whatever stands in a batch, the answer is a reply or a refusal, never a fault, and the log can go on', async () => {
  const { desk: one, log } = await desk();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(weird, fc.tuple(fc.constantFrom(...envelopeFields), weird)), { minLength: 1, maxLength: 4 }),
      async (parts) => {
        const next = log.receive();
        const spoiled = parts.map((part) => {
          const [field, value] = Array.isArray(part) && part.length === 2 ? part : [null, part];
          if (typeof field !== 'string' || !envelopeFields.includes(field)) return value;
          if (field === 'body' || field === 'salt') return { ...next, [field]: value };
          return { ...next, envelope: { ...next.envelope, [field]: value } };
        });
        const answer = await one.ask('POST', '/v1/push', { log: one.place.log, events: spoiled });
        expect([200, 400]).toContain(answer.status);
        expect((await push(one, [next])).head).toBe(next.envelope.seq);
      },
    ),
    { numRuns: 60 },
  );
});
