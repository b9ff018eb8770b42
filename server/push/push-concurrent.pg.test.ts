import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { asDossierEvent, eventSchema } from '../../contract/events.ts';
import { pullReplySchema, pushReplySchema, type PushReply } from '../../contract/sync.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';

vi.setConfig({ testTimeout: 240_000 });

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

interface Writer {
  readonly desk: TestDesk;
  readonly log: TestWriter;
}

async function writer(office = OFFICE): Promise<Writer> {
  const desk = await province.enrol(office);
  return { desk, log: testWriter(desk.place, desk.key) };
}

async function push({ desk }: Writer, events: readonly unknown[], log = desk.place.log): Promise<PushReply> {
  return (await desk.ask('POST', '/v1/push', { log, events })).as(pushReplySchema);
}

/** Everything an office's feed has after a cursor, page by page. */
async function pullAll(desk: TestDesk, limit: number, from: string | null) {
  const events: { log: string; seq: number; id: string }[] = [];
  let cursor = from;
  for (;;) {
    const target = `/v1/pull?limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`;
    const reply = (await desk.ask('GET', target)).as(pullReplySchema);
    events.push(...reply.events.map(({ envelope: { log, seq, id } }) => ({ log, seq, id })));
    cursor = reply.cursor;
    if (!reply.more) return { events, cursor };
  }
}

test('the same log pushed over several connections at once is taken once, and all hear the same verdicts', async () => {
  const one = await writer();
  const colleague = await writer();
  for (let i = 0; i < 40; i++) one.log.receive();
  const replies = await Promise.all([
    push(one, one.log.events),
    push(colleague, one.log.events, one.desk.place.log),
    push(one, one.log.events.slice(0, 25)),
    push(one, one.log.events),
  ]);
  const whole = replies.filter((reply) => reply.verdicts.length === 40);
  expect(whole).toHaveLength(3);
  expect(new Set(whole.map((reply) => canonical(reply.verdicts as unknown as Json))).size).toBe(1);
  const rows = await province.db.selectFrom('event').select('seq').where('log', '=', one.desk.place.log).execute();
  expect(rows).toHaveLength(40);
});

test('twenty desks push at once while a reader pulls: it skips no committed event and sees none twice (S6)', async () => {
  const desks = await Promise.all(Array.from({ length: 20 }, (_, i) => writer(i % 2 === 0 ? OFFICE : OTHER)));
  const readers = [
    { office: OFFICE, desk: (await writer(OFFICE)).desk },
    { office: CENTRE, desk: (await writer(CENTRE)).desk },
  ];
  // Half of the dossiers travel: feeds of several offices grow in one transaction, from both sides.
  for (const { desk, log } of desks) {
    for (let i = 0; i < 9; i++) {
      const competentOffice = [desk.place.office, CENTRE, desk.place.office === OFFICE ? OTHER : OFFICE][i % 3];
      log.slip(log.receive(competentOffice === undefined ? {} : { competentOffice }));
    }
  }
  const before = await Promise.all(readers.map(({ desk }) => pullAll(desk, 500, null)));
  let pushing = true;
  const reading = readers.map(async ({ desk }, index) => {
    const seen: { id: string }[] = [];
    let cursor = before[index]?.cursor ?? null;
    for (let last = false; !last;) {
      last = !pushing;
      const page = await pullAll(desk, 7, cursor);
      seen.push(...page.events);
      cursor = page.cursor;
    }
    return seen.map(({ id }) => id);
  });
  await Promise.all(
    desks.map(async (one) => {
      for (let at = 0; at < one.log.events.length; at += 4) await push(one, one.log.events.slice(at, at + 4));
    }),
  );
  pushing = false;
  const seen = await Promise.all(reading);
  for (const [index, { office, desk }] of readers.entries()) {
    const now = await pullAll(desk, 500, before[index]?.cursor ?? null);
    expect(seen[index]).toEqual(now.events.map(({ id }) => id));
    expect(new Set(seen[index]).size).toBe(seen[index]?.length);
    const concerned = desks.flatMap(({ desk: by, log }) =>
      log.events
        .filter((_, at) => {
          const competent = [by.place.office, CENTRE, by.place.office === OFFICE ? OTHER : OFFICE][
            Math.floor(at / 2) % 3
          ];
          return by.place.office === office || competent === office;
        })
        .map((event) => event.envelope.id),
    );
    expect([...(seen[index] ?? [])].sort()).toEqual(concerned.sort());
  }
  const book = await province.db.selectFrom('book_entry').select('number').where('office', '=', OFFICE).execute();
  const numbers = book.map((row) => row.number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
});

test('desks that add to one dossier at the same time leave the view of all its events', async () => {
  const one = await writer();
  const receipt = one.log.receive();
  await push(one, one.log.events);
  const colleagues = await Promise.all(Array.from({ length: 8 }, () => writer()));
  await Promise.all(colleagues.map((colleague) => push(colleague, [colleague.log.slip(receipt)])));
  const events = [receipt, ...colleagues.flatMap(({ log }) => log.events)];
  expect(await viewOf(receipt.envelope.aggregateId)).toBe(folded(receipt.envelope.aggregateId, events));
});

test('a receipt and a foreign office’s event on it at the same moment: the view is the fold of what was taken', async () => {
  const one = await writer();
  const foreign = await writer(OTHER);
  const receipts = Array.from({ length: 12 }, () => one.log.receive({ competentOffice: CENTRE }));
  for (const [at, receipt] of receipts.entries()) {
    // One came long before the receipt, so the dossier's row is there already.
    const early = foreign.log.slip(receipt);
    await push(foreign, [early]);
    const slip = foreign.log.slip(receipt);
    const [, reply] = await Promise.all([push(one, one.log.events.slice(at, at + 1)), push(foreign, [slip])]);
    // Before the receipt it could not be known as foreign; after it, it is kept apart.
    const taken = reply.verdicts[0]?.end === 'quarantined' ? [receipt, early] : [receipt, early, slip];
    expect(await viewOf(receipt.envelope.aggregateId)).toBe(folded(receipt.envelope.aggregateId, taken));
  }
});

/** One try of a desk to send: which stretch, what the line does to it, whether a colleague carries it. */
const attempt = fc.record({
  who: fc.nat({ max: 2 }),
  from: fc.nat({ max: 11 }),
  length: fc.integer({ min: 1, max: 12 }),
  fault: fc.constantFrom('none', 'none', 'twice', 'reversed', 'doubled', 'spoiled', 'clone', 'parallel'),
  carried: fc.boolean(),
});

test('whatever the line does, each event ends once, with one verdict for each place, and the view is the fold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 14 }), async (attempts) => {
      const desks = [await writer(), await writer(), await writer(OTHER)];
      const [first, second] = desks;
      if (first === undefined || second === undefined) return;
      const shared = first.log.receive({ competentOffice: OTHER });
      for (const [index, { log }] of desks.entries()) {
        for (let i = index === 0 ? 1 : 0; i < 12; i++) {
          if (i % 3 === 0) log.slip(shared);
          else if (i % 5 === 4) log.write({ unreadable: i });
          else log.receive();
        }
      }
      for (const { who, from, length, fault, carried } of attempts) {
        const one = desks[who] ?? first;
        // Only a desk of the same office may carry another's log.
        const by = carried && who < 2 ? (who === 0 ? second : first) : one;
        const stretch: unknown[] = one.log.events.slice(from, from + length);
        if (stretch.length === 0) continue;
        const send = (events: readonly unknown[]) => push(by, events, one.desk.place.log);
        switch (fault) {
          case 'none':
            await send(stretch);
            break;
          case 'twice':
            await send(stretch);
            await send(stretch);
            break;
          case 'reversed':
            await send(stretch.toReversed());
            break;
          case 'doubled':
            await send([...stretch, ...stretch].slice(0, 20));
            break;
          case 'spoiled':
            await send(stretch.map((event) => ({ ...(event as object), body: { spoiled: true } })));
            break;
          case 'clone': {
            const clone = testWriter(one.desk.place, one.desk.key);
            clone.receive();
            // A clone that comes first would keep the place: here the desk itself was first.
            await send(one.log.events.slice(0, 1));
            await send(clone.events);
            break;
          }
          case 'parallel':
            await Promise.all([send(stretch), send(one.log.events.slice(0, from + 1)), send(stretch)]);
            break;
        }
      }
      for (const one of desks) {
        const reply = await push(one, one.log.events);
        expect(reply.head).toBe(12);
        expect(reply.verdicts.map(({ eventId, seq }) => [eventId, seq])).toEqual(
          one.log.events.map(({ envelope }) => [envelope.id, envelope.seq]),
        );
        expect(await push(one, one.log.events)).toEqual(reply);
        const log = one.desk.place.log;
        const stored = await province.db
          .selectFrom('event')
          .select(['seq', 'id', 'body'])
          .where('log', '=', log)
          .orderBy('seq')
          .execute();
        expect(stored.map(({ id }) => id)).toEqual(one.log.events.map(({ envelope }) => envelope.id));
        expect(stored.map(({ body }) => body)).toEqual(one.log.events.map((event) => canonical(event.body)));
        const verdicts = await province.db.selectFrom('verdict').select('seq').where('log', '=', log).execute();
        expect(verdicts).toHaveLength(12);
      }
      const id = shared.envelope.aggregateId;
      const all = desks.flatMap(({ log }) => log.events).filter((event) => event.envelope.aggregateId === id);
      // A foreign office's slip that came before the receipt was taken; one that came after it too: it is concerned.
      expect(await viewOf(id)).toBe(folded(id, all));
    }),
    { numRuns: Number(process.env['QMC_PUSH_RUNS'] ?? 12), endOnFailure: true },
  );
});

async function viewOf(id: string): Promise<string> {
  const row = await province.db
    .selectFrom('dossier_view')
    .select('view')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.view;
}

function folded(id: string, events: readonly TestWriter['events'][number][]): string {
  const known = events.map(({ envelope, body }) => {
    const read = eventSchema.parse({ type: envelope.type, version: envelope.version, body });
    return { envelope, event: asDossierEvent(read) };
  });
  return canonical(foldDossier(id, known) as unknown as Json);
}
