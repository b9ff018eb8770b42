import { expect, test } from 'vitest';
import { sealCourier } from '../../contract/courier.ts';
import type { MovedRun } from '../../contract/logs.ts';
import { beginningText, sealerOf, signText } from '../../contract/signing.ts';
import { GENESIS, sealAnew, type LogEvent } from '../../domain/log/envelope.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { OTHER, type TestDesk } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { readCourier } from './courier.ts';
import { revokeDevice } from '../store/devices.ts';

/** A log that its desk began itself, brought by a colleague who heard it through the hall: the desk may be lost since. */

const world = pushing();
const { desk, push, ends } = world;

/** `one` leaves its log behind the place `stays`, and moves `moved` to another, where it goes on. */
function leaving(one: TestDesk, log: LogEvent[], stays: number, moved: readonly LogEvent[]) {
  const fresh = systemRandom.id();
  const writer = testWriter({ ...one.place, log: fresh }, one.key);
  for (const event of moved) {
    const { id, device, after } = event.envelope;
    const last = writer.events.at(-1)?.envelope;
    const place = { id, device, after, log: fresh, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? GENESIS };
    writer.events.push(sealAnew(event, place, sealerOf(one.key)));
  }
  const left = [
    { log: one.place.log, seq: stays, hash: log[stays - 1]?.envelope.hash ?? GENESIS, because: 'restored' as const },
  ];
  const runs: MovedRun[] =
    moved.length === 0
      ? []
      : [{ at: 1, from: one.place.log, seq: stays + 1, ids: moved.map(({ envelope }) => envelope.id) }];
  const text = { device: one.place.device, log: fresh, left, moved: runs };
  return { writer, log: fresh, beginning: { ...text, signature: signText(one.key, beginningText(text)) } };
}

test('a colleague brings how a log began, as its desk signed it, and then the log', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  log.receive();
  await push(one, log.events);
  const { writer, log: fresh, beginning } = leaving(one, log.events, 1, []);
  writer.receive();
  const asked = { log: fresh, events: writer.events };
  expect((await colleague.ask('POST', '/v1/push', asked)).status).toBe(403);
  expect((await colleague.ask('POST', '/v1/log', beginning)).status).toBe(200);
  expect(ends(await push(colleague, writer.events, fresh))).toEqual(['1 applied']);
  // It is that desk's log: it goes on in it, and no more in the one it left.
  writer.receive();
  log.receive();
  expect(ends(await push(one, writer.events.slice(1), fresh))).toEqual(['2 applied']);
  expect((await push(one, log.events.slice(1))).ended).toBe(true);
});

test('what was not signed by that desk, or is of another office, begins nothing', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  const { desk: foreign } = await desk(OTHER);
  const { beginning } = leaving(one, log.events, 0, []);
  const forged = { ...beginning, left: [{ ...beginning.left[0], seq: 7 }] };
  for (const [by, said] of [
    [colleague, forged],
    [colleague, { ...beginning, signature: null }],
    [foreign, beginning],
  ] as const) {
    expect((await by.ask('POST', '/v1/log', said)).status).toBe(403);
  }
});

test('nothing of a log that a revoked desk began without the province’s knowing is trusted', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  const { writer, log: fresh, beginning } = leaving(one, log.events, 0, []);
  writer.receive();
  await world.province.db.transaction().execute((tx) => revokeDevice(tx, one.place.device, null, 1));
  expect((await colleague.ask('POST', '/v1/log', beginning)).status).toBe(200);
  expect(ends(await push(colleague, writer.events, fresh))).toEqual(['1 quarantined XV-06']);
});

/** Places 2 and 3 were moved to another log, which went on; 4 and 5 were lost with the disk, and are known to the colleague alone. */
async function parted() {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  for (let n = 0; n < 5; n++) log.receive();
  await push(one, log.events.slice(0, 1));
  const moved = leaving(one, log.events, 1, log.events.slice(1, 3));
  moved.writer.receive();
  return { one, colleague, old: log.events, ...moved };
}

async function heldOf({ place: { device } }: TestDesk): Promise<number> {
  const rows = await world.province.db.selectFrom('event').select('id').where('device', '=', device).execute();
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  return rows.length;
}

test('places whose events came in the old log are passed over in the new one', async () => {
  const { one, colleague, old, writer, log: fresh, beginning } = await parted();
  expect(ends(await push(colleague, old.slice(1, 3), one.place.log))).toEqual(['2 applied', '3 applied']);
  await colleague.ask('POST', '/v1/log', beginning);
  expect(ends(await push(colleague, writer.events.slice(2), fresh))).toEqual(['3 applied']);
  // Their desk asks for what it moved: where it stands is answered.
  const twice = await push(one, writer.events, fresh);
  expect(twice.elsewhere?.map(({ verdict }) => [verdict.log, verdict.seq])).toEqual([
    [one.place.log, 2],
    [one.place.log, 3],
  ]);
  const lost = await push(colleague, old.slice(3), one.place.log);
  expect(ends(lost)).toEqual(['4 flagged XV-17', '5 flagged XV-17']);
  expect(await heldOf(one)).toBe(6);
});

test('places whose events came in the new log are passed over in the old one', async () => {
  const { one, colleague, old, writer, log: fresh, beginning } = await parted();
  await one.ask('POST', '/v1/log', { ...beginning, device: null, signature: null });
  expect(ends(await push(one, writer.events, fresh))).toEqual(['1 applied', '2 applied', '3 applied']);
  const lost = await push(colleague, old.slice(3), one.place.log);
  expect(ends(lost)).toEqual(['4 flagged XV-17', '5 flagged XV-17']);
  expect(await heldOf(one)).toBe(6);
});

test('a file carried by hand brings a colleague’s log whole: how it began, what stands elsewhere, and what follows', async () => {
  const { one, colleague, old, writer, log: fresh, beginning } = await parted();
  await push(colleague, old.slice(1, 3), one.place.log);
  const { province } = world;
  const { server, device } = colleague.place;
  const seal = { kind: 'send' as const, province: server, device, signer: colleague.key, to: province.key.publicKey };
  const forged = { ...beginning, log: systemRandom.id() };
  const batches = [{ log: fresh, events: [...writer.events, { envelope: null }] }];
  const file = sealCourier(seal, { made: 1, begin: null, begun: [forged, beginning], batches });
  const { db, clock, key } = province;
  const ports = { db, clock, key, grown: () => undefined, poisoned: () => undefined };
  const { replies } = await readCourier(ports, file, { remainsToo: false });
  expect(replies.flatMap((each) => ('reply' in each ? ends(each.reply) : [each.refused]))).toEqual(['3 applied']);
  const [first] = replies;
  expect(first !== undefined && 'reply' in first ? first.reply.elsewhere?.length : 0).toBe(2);
  expect(await db.selectFrom('log').select('id').where('id', '=', forged.log).execute()).toEqual([]);
  // Of another office nobody brings it.
  const { desk: foreign } = await desk(OTHER);
  const place = { ...seal, device: foreign.place.device, signer: foreign.key };
  const strange = sealCourier(place, { made: 1, begin: null, begun: [{ ...beginning, moved: [] }], batches });
  const refused = await readCourier(ports, strange, { remainsToo: false });
  expect(refused.replies).toEqual([{ log: fresh, refused: 'DT-03' }]);
});

test('what does not fit between is not passed over', async () => {
  const { desk: one, log } = await desk();
  const { desk: colleague } = await desk();
  for (let n = 0; n < 4; n++) log.receive();
  await push(one, log.events.slice(0, 1));
  const { writer, log: fresh, beginning } = leaving(one, log.events, 1, log.events.slice(1, 3));
  await one.ask('POST', '/v1/log', { ...beginning, device: null, signature: null });
  // Not there yet: what was moved must come in first.
  expect((await push(colleague, log.events.slice(3), one.place.log)).expected).toBe(2);
  await push(one, writer.events.slice(0, 1), fresh);
  expect((await push(colleague, log.events.slice(3), one.place.log)).expected).toBe(2);
  // And the chain must lead through it: this one does not follow on what stood there.
  const other = testWriter(one.place, one.key);
  for (let n = 0; n < 4; n++) other.receive();
  await push(one, writer.events.slice(1), fresh);
  expect((await push(colleague, other.events.slice(3), one.place.log)).expected).toBe(2);
});
