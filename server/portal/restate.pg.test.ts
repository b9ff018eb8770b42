import { expect, test } from 'vitest';
import { restateReplySchema, RESTATE_AT_ONCE } from '../../contract/restate.ts';
import { pullReplySchema, pushReplySchema, referenceReplySchema, type Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { copyOf } from '../../tests/harness/put-back.ts';
import { CENTRE, OFFICE, OTHER, type TestDesk } from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { writingOffices } from '../store/dossiers.ts';
import { changeProvince } from '../store/province.ts';
import { signVerdict } from '../push/verdict.ts';

/** The province was put back from a copy, and what stood before an event in its log is lost with every disk that had it. */

const world = pushing();
const { desk, push, ends } = world;

const restated = async (by: TestDesk, held: readonly { event: unknown; verdict: Verdict }[]) =>
  (await by.ask('POST', '/v1/restate', { held })).as(restateReplySchema);
/** A desk tells in the new epoch what it holds. */
const compare = async (...desks: readonly TestDesk[]) => {
  for (const one of desks) await one.ask('POST', '/v1/heads', { places: [], grants: [] });
};

/** A desk sends three receipts, of which the province forgets the last two; its colleague has the third from the feed. */
async function forgetful(writeThird = (log: TestWriter): LogEvent => log.receive()) {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk(OFFICE);
  const { desk: afar } = await desk(OTHER);
  log.receive();
  await push(one, log.events);
  const putBack = await copyOf(world.province.db);
  log.receive();
  writeThird(log);
  const { verdicts } = await push(one, log.events);
  await putBack();
  world.province.clock.at += 60_000;
  await changeProvince(world.province.db, { epoch: systemRandom.id(), restored_at: world.province.clock.now() });
  const [event, verdict] = [log.events[2], verdicts[2]];
  if (event === undefined || verdict === undefined) throw new Error('nothing was confirmed');
  return { one, log, colleague, afar, third: { event, verdict } };
}

const standing = (id: string) =>
  world.province.db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .innerJoin('device', 'device.id', 'log.device')
    .select(['log.office', 'device.portal', 'event.log', 'event.seq'])
    .where('event.id', '=', id)
    .execute();

/** Desks of tests before this one wait for nobody's answer here. */
const allCompare = async () => {
  const { epoch } = await world.province.db.selectFrom('province').select('epoch').executeTakeFirstOrThrow();
  const portals = world.province.db.selectFrom('device').select('id').where('portal', '=', true);
  await world.province.db.updateTable('log').set({ compared: epoch }).where('device', 'not in', portals).execute();
};

test('it waits while a desk of its office may bring it; then it stands in a log of the province, once, whoever brings it', async () => {
  const { one, colleague, afar, third } = await forgetful();
  const { id } = third.event.envelope;
  expect(await restated(colleague, [third])).toEqual({ held: [], waits: [id] });
  expect(await standing(id)).toEqual([]);
  await allCompare();
  await compare(one, colleague);
  // A kiosk may bring its tickets in their place, and can tell them in no other way.
  const { desk: kiosk } = await desk();
  const asKiosk = { kind: 'kiosk', enrolled_at: 1 } as const;
  await world.province.db.updateTable('device').set(asKiosk).where('id', '=', kiosk.place.device).execute();
  expect(await restated(colleague, [third])).toEqual({ held: [], waits: [id] });
  await compare(kiosk);
  const first = await restated(afar, [third]);
  expect(first.held.map(({ verdict }) => [verdict.eventId, verdict.end, verdict.reason])).toEqual([
    [id, 'applied', null],
  ]);
  expect(await standing(id)).toMatchObject([{ office: OFFICE, portal: true, seq: 1 }]);
  expect(await restated(colleague, [third])).toEqual(first);
  const { events } = (await colleague.ask('GET', '/v1/pull')).as(pullReplySchema);
  expect(events.filter(({ envelope }) => envelope.id === id)).toEqual([first.held[0]?.event]);
});

test('its own desk, back after all, brings what stood before it, and hears where the event itself stands', async () => {
  const { one, log, colleague, third } = await forgetful();
  await allCompare();
  await restated(colleague, [third]);
  const reply = await push(one, log.events);
  expect(ends(reply).slice(1)).toEqual(['2 applied']);
  expect(reply.elsewhere?.map(({ event }) => event.envelope.id)).toEqual([third.event.envelope.id]);
});

test('only the province’s own word on the very event is believed', async () => {
  const { colleague, log, third } = await forgetful();
  await allCompare();
  const { signature, ...verdict } = third.verdict;
  const forged: Verdict[] = [
    { ...verdict, signature: signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
    signVerdict(world.province.key, { ...verdict, end: 'quarantined', reason: 'XV-06' }),
    signVerdict(world.province.key, { ...verdict, seq: 2 }),
    signVerdict(world.province.key, { ...verdict, eventId: systemRandom.id() }),
  ];
  const second = log.events[1];
  const wrong = [
    ...forged.map((one) => ({ event: third.event, verdict: one })),
    { event: second, verdict: third.verdict },
    { event: { ...third.event, body: second?.body }, verdict: third.verdict },
    { event: null, verdict: third.verdict },
  ];
  for (const one of wrong) {
    const answer = await colleague.ask('POST', '/v1/restate', { held: [one] });
    expect([answer.status, answer.code]).toEqual([400, 'GN-02']);
  }
  expect(await standing(third.event.envelope.id)).toEqual([]);
  const many = Array.from({ length: RESTATE_AT_ONCE + 1 }, () => third);
  expect((await colleague.ask('POST', '/v1/restate', { held: many })).status).toBe(400);
});

test('what had been in before its desk was revoked stays in; what it wrote beyond and nobody had confirmed is kept apart', async () => {
  const { one, log, colleague, third } = await forgetful();
  await allCompare();
  await world.province.db.updateTable('log').set({ trusted: 1 }).where('id', '=', one.place.log).execute();
  const events = log.events.slice(1);
  const sent = await colleague.ask('POST', '/v1/push', { log: one.place.log, events, verdicts: [third.verdict] });
  expect(ends(sent.as(pushReplySchema))).toEqual(['2 quarantined XV-06', '3 applied']);
});

test('what never leaves its office stays that office’s, though it stands in a log of the province', async () => {
  const day = systemRandom.id();
  const reopened = (log: TestWriter): LogEvent =>
    log.write(
      { reason: 'đếm lại', at: '2026-11-24T16:00:00' },
      { aggregate: 'counterDay', aggregateId: day, type: 'counterDay.reopened' },
    );
  const { colleague, afar, third } = await forgetful(reopened);
  await allCompare();
  const { held } = await restated(colleague, [third]);
  expect(held.map(({ verdict }) => verdict.end)).toEqual(['applied']);
  const strange = testWriter(afar.place, afar.key);
  reopened(strange);
  expect(ends(await push(afar, strange.events))).toEqual(['1 quarantined XV-04']);
  expect(await writingOffices(world.province.db, [day])).toEqual(new Map([[day, [OFFICE]]]));
});

/** Another hand that goes on in this log, after these events of it. */
const goingOn = ({ place }: TestDesk, key: TestDesk['key'], events: readonly LogEvent[]): TestWriter => {
  const writer = testWriter(place, key);
  writer.events.push(...events);
  return writer;
};

const OF_NO_RANGE = {
  text: 'H20.57-261124-0901',
  kind: 'official' as const,
  date: '2026-11-24',
  number: 901,
  grantId: systemRandom.id(),
};

/** A desk put back from a copy writes its second place anew; what stood there before its colleague has from the hall. */
async function writtenOver() {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk(OFFICE);
  log.receive();
  await push(one, log.events);
  const heard = goingOn(one, one.key, log.events).receive({ code: OF_NO_RANGE });
  log.receive();
  await push(one, log.events);
  await allCompare();
  return { one, log, colleague, heard };
}
const told = async (by: TestDesk, event: unknown) =>
  (await by.ask('POST', '/v1/restate', { held: [{ event, verdict: null }] })).as(restateReplySchema);

test('what a desk has written over, and its colleague had heard, stands in a log of the province, by the desk’s own signature', async () => {
  const { one, colleague, heard } = await writtenOver();
  const { id } = heard.envelope;
  const first = await told(colleague, heard);
  expect(first.held.map(({ event, verdict }) => [event.envelope.id, event.body, verdict.eventId])).toEqual([
    [id, heard.body, id],
  ]);
  // Nothing of it was ever looked at: its number is now.
  expect([first.held[0]?.verdict.end, first.held[0]?.verdict.reason]).toEqual(['flagged', 'XV-07']);
  expect(await standing(id)).toMatchObject([{ office: OFFICE, portal: true }]);
  expect(await told(colleague, heard)).toEqual(first);
  const { events } = (await one.ask('GET', '/v1/pull')).as(pullReplySchema);
  expect(events.filter(({ envelope }) => envelope.id === id)).toEqual([first.held[0]?.event]);
});

test('of what the province never judged nothing else is taken so: no other place, office, signature or revoked desk', async () => {
  const { one, log, colleague, heard } = await writtenOver();
  const { desk: afar } = await desk(OTHER);
  const waits = async (by: TestDesk, event: LogEvent) => {
    expect(await told(by, event)).toEqual({ held: [], waits: [event.envelope.id] });
    expect(await standing(event.envelope.id)).toEqual([]);
  };
  await waits(afar, heard);
  // Its place may still come to it.
  await waits(colleague, goingOn(one, one.key, log.events).receive());
  // Somebody else's hand in the name of that desk.
  await waits(colleague, goingOn(one, colleague.key, log.events.slice(0, 1)).receive());
  await world.province.db.updateTable('log').set({ trusted: 1 }).where('id', '=', one.place.log).execute();
  await waits(colleague, heard);
  const broken = { ...heard, body: log.events[0]?.body };
  const answer = await colleague.ask('POST', '/v1/restate', { held: [{ event: broken, verdict: null }] });
  expect([answer.status, answer.code]).toEqual([400, 'GN-02']);
});

test('what a desk left behind, with what stood before it lost with its disk, comes in by its colleague once the log has ended', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk(OFFICE);
  log.receive();
  await push(one, log.events);
  // Three more, of which the colleague has heard the second and the third alone; then another log is begun from a copy.
  log.receive();
  const about = { aggregateId: log.events[0]?.envelope.aggregateId ?? '', type: 'dossier.noted' };
  const heard = log.write({ text: 'ghi thêm', at: '2026-11-24T09:30:00' }, about);
  const moved = log.receive();
  await allCompare();
  const waits = { held: [], waits: [heard.envelope.id] };
  // Its own desk may still bring it.
  expect(await told(colleague, heard)).toEqual(waits);
  const left = [{ log: one.place.log, seq: 1, hash: log.events[0]?.envelope.hash ?? '', because: 'restored' }];
  const goesOn = { at: 1, from: one.place.log, seq: 4, ids: [moved.envelope.id] };
  expect((await one.ask('POST', '/v1/log', { log: systemRandom.id(), left, moved: [goesOn] })).status).toBe(200);
  expect(await told((await desk(OTHER)).desk, heard)).toEqual(waits);
  // Its desk has signed that it brings it in its new log.
  expect(await told(colleague, moved)).toEqual({ held: [], waits: [moved.envelope.id] });
  const first = await told(colleague, heard);
  // A person looks at it: its desk had lost it, or a copy of the desk wrote it.
  expect(first.held.map(({ event, verdict }) => [event.envelope.id, verdict.end, verdict.reason])).toEqual([
    [heard.envelope.id, 'flagged', 'XV-17'],
  ]);
  expect(await standing(heard.envelope.id)).toMatchObject([{ office: OFFICE, portal: true }]);
  // Somebody had what stood before after all: it comes in in its place, and this one is where it is.
  const late = await push(colleague, log.events.slice(1, 3), one.place.log);
  expect(ends(late)).toEqual(['2 flagged XV-17']);
  expect(late.elsewhere?.map(({ event }) => event.envelope.id)).toEqual([heard.envelope.id]);
});

test('the log begun in one epoch is not written in the next', async () => {
  const { colleague, third } = await forgetful();
  await allCompare();
  await restated(colleague, [third]);
  const before = await standing(third.event.envelope.id);
  const again = await forgetful();
  await allCompare();
  await restated(again.colleague, [again.third]);
  const after = await standing(again.third.event.envelope.id);
  expect(after[0]?.log).not.toBe(before[0]?.log);
  expect(after[0]?.seq).toBe(1);
});

test('a colleague brings what its desk left behind a log’s end in its place, where the province had confirmed it', async () => {
  const { one, log, colleague, third } = await forgetful();
  const ended = { ended_at: world.province.clock.now(), ended_seq: 1, ended_because: 'restored' };
  await world.province.db.updateTable('log').set(ended).where('id', '=', one.place.log).execute();
  const events = log.events.slice(1);
  const sent = async (verdicts?: readonly unknown[]) =>
    ends((await colleague.ask('POST', '/v1/push', { log: one.place.log, events, verdicts })).as(pushReplySchema));
  // Its word on the third alone: the second may be what a copy of the desk wrote.
  expect(await sent([third.verdict, 'nothing', { end: 'applied' }])).toEqual(['2 flagged XV-17', '3 applied']);
});

test('a log that its desk was put back to before, and nobody writes any more, holds up no number ranges', async () => {
  const { desk: one } = await desk();
  const log = systemRandom.id();
  const left = [{ log: systemRandom.id(), seq: 1, hash: '0'.repeat(64), because: 'restored' }];
  await one.ask('POST', '/v1/log', { log, left });
  world.province.clock.at += 60_000;
  await changeProvince(world.province.db, { epoch: systemRandom.id(), restored_at: world.province.clock.now() });
  const ranges = async () =>
    (await one.ask('GET', '/v1/reference')).as(referenceReplySchema).reference.grants.map((grant) => grant.log);
  await allCompare();
  await world.province.db.updateTable('log').set({ compared: null }).where('device', '=', one.place.device).execute();
  expect(await ranges()).toEqual([]);
  await compare(one);
  expect(await ranges()).toEqual([log]);
});

test('a province without a centre says that it waits', async () => {
  const { colleague, third } = await forgetful();
  await allCompare();
  await world.province.db.updateTable('office').set({ kind: 'processing-unit' }).where('id', '=', CENTRE).execute();
  await world.province.db.updateTable('device').set({ portal: false }).where('portal', '=', true).execute();
  expect(await restated(colleague, [third])).toEqual({ held: [], waits: [third.event.envelope.id] });
});
