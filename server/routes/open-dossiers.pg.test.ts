import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReplySchema, pullReplySchema, pushReplySchema } from '../../contract/sync.ts';
import { OFFICE, OTHER, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';

let province: TestProvince;
let desk: TestDesk;
let open: string[];
let ended: string[];

beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  const received = Array.from({ length: 24 }, () => log.receive());
  for (const [n, event] of received.entries()) {
    log.slip(event);
    // Every third is over.
    const { aggregateId } = event.envelope;
    const body = { reason: 'gửi nhầm', mergedInto: null, papersBack: [], at: '2026-11-24T09:00:00' };
    const rest = { type: 'dossier.cancelled', aggregateId, after: [event.envelope.id] };
    if (n % 3 === 0) log.write(body, rest);
  }
  const answer = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const { verdicts } = answer.as(pushReplySchema);
  if (verdicts.some(({ end }) => end !== 'applied')) throw new Error('the day did not apply');
  const ids = received.map(({ envelope }) => envelope.aggregateId);
  ended = ids.filter((_, n) => n % 3 === 0);
  open = ids.filter((_, n) => n % 3 !== 0);
});
afterAll(() => province.close());

async function pages(asker: TestDesk): Promise<string[][]> {
  const found: string[][] = [];
  for (let after: string | null = null; ;) {
    const answer = await asker.ask('GET', `/v1/pull/open${after === null ? '' : `?after=${after}`}`);
    const page = answer.as(openReplySchema);
    expect(page.verdicts.map(({ eventId }) => eventId)).toEqual(page.events.map(({ envelope }) => envelope.id));
    found.push(page.events.map(({ envelope }) => envelope.aggregateId));
    if (page.after === null) return found;
    ({ after } = page);
  }
}

test('whole histories of every open dossier come page by page, none twice, and no ended one', async () => {
  const found = await pages(desk);
  expect(found.length).toBeGreaterThan(1);
  expect(new Set(found.flat())).toEqual(new Set(open));
  // Each has its receipt and its slip, together.
  expect(found.flat()).toHaveLength(open.length * 2);
  for (const id of ended) expect(found.flat()).not.toContain(id);
  const [first, ...rest] = found;
  expect(rest.flat().filter((id) => first?.includes(id))).toEqual([]);
});

test('another office gets none of them', async () => {
  expect(await pages(await province.enrol(OTHER))).toEqual([[]]);
});

test('a page of the feed says how much is behind it', async () => {
  const first = (await desk.ask('GET', '/v1/pull?limit=10')).as(pullReplySchema);
  const rest = (await desk.ask('GET', `/v1/pull?limit=500&cursor=${first.cursor}`)).as(pullReplySchema);
  expect([first.left, rest.left]).toEqual([rest.events.length, 0]);
});
