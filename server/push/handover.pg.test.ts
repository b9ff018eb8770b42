import { afterAll, beforeAll, expect, test } from 'vitest';
import { signText } from '../../contract/signing.ts';
import { pullReplySchema, pushReplySchema } from '../../contract/sync.ts';
import type { Holder } from '../../domain/dossier/events/common.ts';
import type { DossierHandedOver, DossierHandoverAccepted, SeenOnSlip } from '../../domain/dossier/events/handover.ts';
import { slipQrFacts } from '../../domain/form/slip-qr.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { json, testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';

/** Paper that travels between offices (phi địa giới), and whose feed its history goes into. */

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

interface Writer {
  readonly desk: TestDesk;
  readonly log: TestWriter;
}

async function writerAt(office: string): Promise<Writer> {
  const desk = await province.enrol(office);
  return { desk, log: testWriter(desk.place, desk.key) };
}

async function push({ desk, log }: Writer): Promise<string[]> {
  const reply = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  return reply.as(pushReplySchema).verdicts.map(({ end, reason }) => [end, reason].filter(Boolean).join(' '));
}

async function hears({ desk }: Writer, dossier: LogEvent): Promise<string[]> {
  const { events } = (await desk.ask('GET', '/v1/pull?limit=500')).as(pullReplySchema);
  const { aggregateId } = dossier.envelope;
  return events.filter(({ envelope }) => envelope.aggregateId === aggregateId).map(({ envelope }) => envelope.type);
}

const at = '2026-11-24T10:00:00';
const hands = (office: string): Holder => ({ kind: 'counter', office, place: 'Quầy 1', user: 'u-1', name: '' });

function give(by: Writer, of: LogEvent, to: string, over: Partial<DossierHandedOver> = {}): LogEvent {
  const body: DossierHandedOver = {
    batch: { id: systemRandom.id(), number: 1 },
    purpose: 'transfer',
    from: hands(by.desk.place.office),
    to: { ...hands(to), kind: 'office' },
    papers: [],
    by: null,
    seenOnSlip: null,
    at,
    ...over,
  };
  const { aggregateId, id } = of.envelope;
  return by.log.write(json(body), { type: 'dossier.handedOver', aggregateId, after: [id] });
}

function take(by: Writer, of: LogEvent, seenOnSlip: SeenOnSlip | null, after: readonly string[] = []): LogEvent {
  const body: DossierHandoverAccepted = {
    batch: null,
    purpose: 'transfer',
    by: hands(by.desk.place.office),
    papers: [],
    missing: [],
    seenOnSlip,
    at,
  };
  const { aggregateId } = of.envelope;
  return by.log.write(json(body), { type: 'dossier.handoverAccepted', aggregateId, after });
}

function slipOf(by: Writer, of: LogEvent): SeenOnSlip {
  const facts = { code: 'H20.57-261124-0001', procedure: '1.001193', due: '2026-11-27T17:00:00' };
  const text = slipQrFacts({ dossierId: of.envelope.aggregateId, ...facts });
  return { ...facts, signature: signText(by.desk.key, text) };
}

test('the office a dossier is given to has all of its history, a third office nothing', async () => {
  const [home, there, third] = [await writerAt(OFFICE), await writerAt(OTHER), await writerAt(CENTRE)];
  const first = home.log.receive();
  const slip = home.log.slip(first);
  give(home, slip, OTHER);
  expect(await push(home)).toEqual(['applied', 'applied', 'applied']);
  const all = ['dossier.received', 'dossier.slipIssued', 'dossier.handedOver'];
  expect(await hears(there, first)).toEqual(all);
  expect(await hears(home, first)).toEqual(all);
  expect(await hears(third, first)).toEqual([]);
});

test('taken with no line before anything arrived: all of it is applied, and both offices have all of it', async () => {
  const [home, there, third] = [await writerAt(OFFICE), await writerAt(OTHER), await writerAt(CENTRE)];
  const first = home.log.receive({ competentOffice: OTHER });
  take(there, first, slipOf(home, first));
  expect(await push(there)).toEqual(['applied']);
  give(home, first, OTHER);
  expect(await push(home)).toEqual(['applied', 'applied']);
  const all = ['dossier.handedOver', 'dossier.handoverAccepted', 'dossier.received'];
  expect((await hears(home, first)).toSorted()).toEqual(all);
  expect((await hears(there, first)).toSorted()).toEqual(all);
  expect(await hears(third, first)).toEqual([]);
});

test('an office nobody has named adds what it took by the slip’s signature, and by nothing else', async () => {
  const home = await writerAt(OFFICE);
  const first = home.log.receive();
  expect(await push(home)).toEqual(['applied']);
  const slip = slipOf(home, first);

  const without = await writerAt(CENTRE);
  take(without, first, null);
  expect(await push(without)).toEqual(['quarantined XV-04']);
  const forged = await writerAt(CENTRE);
  take(forged, first, { ...slip, code: 'H20.57-261124-0002' });
  take(forged, first, { ...slip, code: 'không phải mã' });
  take(forged, first, slipOf(forged, first));
  expect(await push(forged)).toEqual(['quarantined XV-04', 'quarantined XV-04', 'quarantined XV-04']);
  expect(await hears(forged, first)).toEqual([]);

  // The result is collected at another place; its desk took the paper before the gift came by the line.
  const place = await writerAt(OTHER);
  const taken = take(place, first, slip);
  expect(await push(place)).toEqual(['applied']);
  expect((await hears(place, first)).toSorted()).toEqual(['dossier.handoverAccepted', 'dossier.received']);
  give(place, taken, CENTRE, { purpose: 'result' });
  expect(await push(place)).toEqual(['applied', 'applied']);
  give(home, first, OTHER, { purpose: 'result' });
  expect(await push(home)).toEqual(['applied', 'applied']);
  expect(await hears(home, first)).toHaveLength(4);
  expect(await hears(place, first)).toHaveLength(4);
});

test('a batch signed for before it was heard of is in both feeds once it is', async () => {
  const [home, there] = [await writerAt(OFFICE), await writerAt(OTHER)];
  const first = home.log.receive();
  const batch = systemRandom.id();
  const about = { aggregate: 'batch' as const, aggregateId: batch, after: [] };
  const accepted = there.log.write(
    json({ by: hands(OTHER), accepted: [first.envelope.aggregateId], missing: [], at }),
    { ...about, type: 'batch.accepted' },
  );
  expect(await push(there)).toEqual(['applied']);
  home.log.write(
    json({
      number: 1,
      purpose: 'transfer',
      from: hands(OFFICE),
      to: { ...hands(OTHER), kind: 'office' },
      dossiers: [{ id: first.envelope.aggregateId, code: 'x' }],
      short: [],
      shortBecause: '',
      by: null,
      at,
    }),
    { ...about, type: 'batch.closed' },
  );
  expect(await push(home)).toEqual(['applied', 'applied']);
  expect((await hears(home, accepted)).toSorted()).toEqual(['batch.accepted', 'batch.closed']);
  expect((await hears(there, accepted)).toSorted()).toEqual(['batch.accepted', 'batch.closed']);
});

test('what an office did before it was known to be concerned is let in by itself once it is', async () => {
  const [home, there, third] = [await writerAt(OFFICE), await writerAt(OTHER), await writerAt(CENTRE)];
  const first = home.log.receive();
  expect(await push(home)).toEqual(['applied']);
  // As after a restore: they had the dossier by handovers that this province has lost.
  const given = give(home, first, OTHER);
  const taken = take(there, first, null, [given.envelope.id]);
  const on = give(there, taken, CENTRE);
  const onward = take(third, first, null, [on.envelope.id]);
  // Never in anybody's hands: it names nothing that had made it concerned.
  take(third, first, null);
  expect(await push(third)).toEqual(['quarantined XV-04', 'quarantined XV-04']);
  expect(await push(there)).toEqual(['quarantined XV-04', 'quarantined XV-04']);
  expect(await hears(home, first)).toEqual(['dossier.received']);
  expect(await push(home)).toEqual(['applied', 'applied']);
  const all = ['dossier.handedOver', 'dossier.handedOver', 'dossier.handoverAccepted', 'dossier.handoverAccepted'];
  for (const each of [home, there, third])
    expect((await hears(each, first)).toSorted()).toEqual([...all, 'dossier.received']);
  // Sent again, each hears how it stands now.
  const isOpen = (ends: readonly string[]) => ends.every((end) => end === 'applied' || end === 'flagged XV-09');
  expect(isOpen(await push(there))).toBe(true);
  const [later, forged] = await push(third);
  expect([isOpen([later ?? '']), forged]).toEqual([true, 'quarantined XV-04']);
  const ids = [taken, on, onward].map(({ envelope }) => envelope.id);
  const trail = await province.db.selectFrom('release').selectAll().where('event_id', 'in', ids).execute();
  expect(trail.map(({ reason, by }) => `${reason} ${by}`)).toEqual(['XV-04 tinh', 'XV-04 tinh', 'XV-04 tinh']);
});
