import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyReplySchema } from '../../contract/histories.ts';
import { pullReplySchema, pushReplySchema } from '../../contract/sync.ts';
import { testProvince, OFFICE, OTHER, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

type Page = ReturnType<typeof pageOf>;
const pageOf = (answer: Awaited<ReturnType<TestDesk['ask']>>) => answer.as(historyReplySchema);
const ask = async (desk: TestDesk, limit: number, at: string | null) =>
  pageOf(await desk.ask('GET', `/v1/pull/history?limit=${limit}${at === null ? '' : `&at=${at}`}`));

/** All pages, with what is done before each. */
async function pages(desk: TestDesk, limit: number, before: (n: number) => Promise<void> = () => Promise.resolve()) {
  const all: Page[] = [];
  for (let at: string | null = null; all.length === 0 || at !== null;) {
    await before(all.length);
    const page: Page = await ask(desk, limit, at);
    all.push(page);
    ({ at } = page);
  }
  return all;
}

/** The feed behind a cursor; null: from its beginning. */
async function feed(desk: TestDesk, from: string | null): Promise<{ events: string[]; verdicts: string[] }> {
  const found: { events: string[]; verdicts: string[] } = { events: [], verdicts: [] };
  for (let [cursor, more] = [from, true]; more;) {
    const answer = await desk.ask('GET', `/v1/pull${cursor === null ? '' : `?cursor=${cursor}`}`);
    const page = answer.as(pullReplySchema);
    found.events.push(...page.events.map(({ envelope }) => envelope.id));
    found.verdicts.push(...page.verdicts.map(({ eventId }) => eventId));
    ({ cursor, more } = page);
  }
  return found;
}

interface Writing {
  readonly desk: TestDesk;
  readonly log: TestWriter;
  pushed: number;
}

async function writing(office: string): Promise<Writing> {
  const desk = await province.enrol(office);
  return { desk, log: testWriter(desk.place, desk.key), pushed: 0 };
}

/** A receipt, a slip for a dossier of before, or an event the province cannot read and keeps apart. */
async function writes(to: Writing, acts: readonly number[]): Promise<void> {
  for (const act of acts) {
    const old = to.log.events.filter(({ envelope }) => envelope.type === 'dossier.received');
    const dossier = old[act % Math.max(1, old.length)];
    if (act % 11 === 10) to.log.write({ some: 'thing' }, { type: 'dossier.received', version: 9 });
    else if (act % 3 === 0 || dossier === undefined) to.log.receive();
    else to.log.slip(dossier);
  }
  const events = to.log.events.slice(to.pushed);
  to.pushed = to.log.events.length;
  const { head } = (await to.desk.ask('POST', '/v1/push', { log: to.desk.place.log, events })).as(pushReplySchema);
  expect(head).toBe(to.pushed);
}

const acts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });

test('histories and the feed behind them bring what the feed alone does, whatever is pushed meanwhile; each history is in one page, whole', async () => {
  const to = await writing(OFFICE);
  const plan = fc.record({
    first: acts,
    meanwhile: fc.array(acts, { maxLength: 4 }),
    limit: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ first, meanwhile, limit }) => {
      await writes(to, first);
      const before = await feed(to.desk, null);
      const all = await pages(to.desk, limit, async (n) => {
        const next = n === 0 ? undefined : meanwhile[n - 1];
        if (next !== undefined) await writes(to, next);
      });
      const whole = await feed(to.desk, null);
      const rest = await feed(to.desk, all.at(-1)?.cursor ?? null);
      const told = all.flatMap((page) => page.events.map(({ envelope }) => envelope));
      const verdicts = all.flatMap((page) => page.verdicts.map(({ eventId }) => eventId));
      expect(told.map(({ id }) => id).sort()).toEqual(before.events.toSorted());
      expect([...verdicts, ...rest.verdicts].sort()).toEqual(whole.verdicts.toSorted());
      expect([...told.map(({ id }) => id), ...rest.events].sort()).toEqual(whole.events.toSorted());
      // Every dossier in one page, its events in the feed's order.
      const pagesOf = Map.groupBy(
        all.flatMap((page, n) =>
          page.events.map(({ envelope }) => ({ n, dossier: envelope.aggregateId, id: envelope.id })),
        ),
        ({ dossier }) => dossier,
      );
      for (const rows of pagesOf.values()) {
        expect(new Set(rows.map(({ n }) => n)).size).toBe(1);
        const ids = rows.map(({ id }) => id);
        expect(ids).toEqual(before.events.filter((id) => ids.includes(id)));
      }
      // What is left never grows, and the last page has none behind it.
      const left = all.map((page) => page.left);
      expect(left).toEqual(left.toSorted((a, b) => b - a));
      expect(left.at(-1)).toBe(0);
      for (const page of all) expect(page.cursor).toBe(all[0]?.cursor);
    }),
    { numRuns: 12 },
  );
});

test('another office is given none of them, and one without a feed is given an empty page and its beginning', async () => {
  const other = await province.enrol(OTHER);
  const [page, ...more] = await pages(other, 500);
  expect([page?.events, page?.verdicts, page?.left, more]).toEqual([[], [], 0, []]);
  expect((await feed(other, page?.cursor ?? null)).events).toEqual([]);
});

test('a place that is none of ours is refused; one of an older epoch begins anew', async () => {
  const to = await writing(OFFICE);
  await writes(to, [0, 1]);
  const at = (text: string) => Buffer.from(text).toString('base64url');
  const { epoch } = to.desk.place;
  for (const text of ['x.1.2', `${epoch}.1`, `${epoch}.-1.5`, `${epoch}.1.5.9`, `${epoch}.1.9e9`]) {
    const answer = await to.desk.ask('GET', `/v1/pull/history?at=${at(text)}`);
    expect([text, answer.status, answer.code]).toEqual([text, 400, 'GN-02']);
  }
  const anew = await ask(to.desk, 500, at('019ab000-0000-7000-8000-000000000001.999999.999999'));
  const whole = await pages(to.desk, 500);
  expect(anew).toEqual(whole[0]);
  expect(anew.epoch).toBe(epoch);
});
