import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { courierAnswerSchema, courierHeader, openCourier, sealCourier } from '../../contract/courier.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { readCourier } from '../../server/push/courier.ts';
import { systemRandom } from '../../server/random.ts';
import { changeProvince } from '../../server/store/province.ts';
import { saveRemains } from '../../scripts/recover/save-remains.ts';
import { backUp, keyOf, putBack, type DeskAt } from '../harness/desk-at.ts';
import { copyOf } from '../harness/put-back.ts';
import { cut, syncedOffices } from '../harness/synced-offices.ts';
import { OFFICE, OTHER } from '../harness/test-server.ts';
import { testWriter } from '../harness/writer.ts';

/** Data carried by hand: real desks, real files, real PostgreSQL. */

vi.setConfig({ testTimeout: 120_000 });

const world = syncedOffices(OFFICE, OTHER);

const held = async (ids: readonly string[]) =>
  (
    await world.province.db
      .selectFrom('event')
      .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
      .select(['event.aggregate_id', 'verdict.ending', 'verdict.reason'])
      .where('event.aggregate_id', 'in', ids)
      .execute()
  ).map(({ aggregate_id: id, ending, reason }) => [id, ending, reason]);

test('a stranger carries a desk’s work to the province and the verdicts back, in any order, as often as anybody likes', async () => {
  const one = await world.desk();
  const carrier = await world.desk(OTHER);
  one.line = cut;
  const first = await one.receive();
  const early = await one.call('courier.write', { skip: 0 });
  const second = await one.receive();
  const late = await one.call('courier.write', { skip: 0 });
  expect([early.events, late.events, late.left]).toEqual([1, 2, 0]);
  // Nothing of it can be read by who carries it.
  expect(Buffer.from(late.bytes, 'base64url').toString('latin1')).not.toContain(first.dossierId);
  const hand = async (file: { bytes: string }) => {
    const result = await carrier.call('courier.read', { bytes: file.bytes });
    if (result.kind !== 'passedOn') throw new Error(result.kind);
    return result.bytes;
  };
  const answers = [await hand(late), await hand(early), await hand(late)];
  const ids = [first.dossierId, second.dossierId];
  expect((await held(ids)).map(([, ending]) => ending)).toEqual(['applied', 'applied']);
  expect((await one.call('status.get', {})).waiting.events).toBe(2);
  const settled: number[] = [];
  for (const bytes of [answers[1], answers[2], answers[0], answers[0]]) {
    const result = await one.call('courier.read', { bytes: bytes ?? '' });
    if (result.kind === 'answer') settled.push(result.left);
  }
  expect(settled).toEqual([1, 0, 0, 0]);
  for (const { dossierId } of [first, second]) {
    expect((await one.call('dossier.get', { id: dossierId })).stand.state).toBe('inProvince');
  }
  // For another machine, or changed on the way, it is nothing.
  await expect(carrier.call('courier.read', { bytes: answers[0] ?? '' })).rejects.toThrow('CT-03');
  const changed = Buffer.from(answers[0] ?? '', 'base64url');
  changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1;
  await expect(one.call('courier.read', { bytes: changed.toString('base64url') })).rejects.toThrow('CT-01');
  // The line comes back: nothing is sent a second time.
  one.line = (send) => send();
  await one.drained();
  expect(await held(ids)).toHaveLength(2);
});

/** A stick to the desk with a line and back. @returns what the answer said */
async function carried(one: DeskAt, carrier: DeskAt) {
  const file = await one.call('courier.write', { skip: 0 });
  const handedIn = await carrier.call('courier.read', { bytes: file.bytes });
  if (handedIn.kind !== 'passedOn') throw new Error(handedIn.kind);
  const read = await one.call('courier.read', { bytes: handedIn.bytes });
  if (read.kind !== 'answer') throw new Error(read.kind);
  return read;
}

/** The province as it was when this was called. */
async function provincePutsBack(): Promise<() => Promise<void>> {
  const { db, clock } = world.province;
  const putBackRows = await copyOf(db);
  return async () => {
    await putBackRows();
    await changeProvince(db, { epoch: systemRandom.id(), restored_at: clock.now() });
  };
}

test('a desk that has the stick alone gives a province put back from a copy what it lacks before what waits', async () => {
  const one = await world.desk();
  const carrier = await world.desk(OTHER);
  const ids = [await one.receive()];
  await one.drained();
  const putProvinceBack = await provincePutsBack();
  ids.push(await one.receive(), await one.receive());
  await one.drained();
  one.line = cut;
  world.province.clock.at += 1000;
  await putProvinceBack();
  ids.push(await one.receive());
  const of = ids.map(({ dossierId }) => dossierId);
  expect(await carried(one, carrier)).toMatchObject({ settled: 0, again: 2, refused: [], left: 3 });
  expect(await held(of)).toHaveLength(1);
  expect(await carried(one, carrier)).toMatchObject({ settled: 3, again: 0, refused: [], left: 0 });
  expect((await held(of)).map(([, ending]) => ending)).toEqual(of.map(() => 'applied'));
});

test('a log begun after the copy is begun there again by the stick alone', async () => {
  const one = await world.desk();
  const carrier = await world.desk(OTHER);
  const ids = [await one.receive()];
  await one.drained();
  const putProvinceBack = await provincePutsBack();
  await one.close();
  await backUp(one.dataDir);
  putBack(one.dataDir);
  await one.open();
  ids.push(await one.receive());
  await one.drained();
  one.line = cut;
  world.province.clock.at += 1000;
  await putProvinceBack();
  ids.push(await one.receive());
  const of = ids.map(({ dossierId }) => dossierId);
  expect(await carried(one, carrier)).toMatchObject({ settled: 0, again: 1, refused: ['DT-03'], left: 2 });
  expect(await carried(one, carrier)).toMatchObject({ settled: 2, again: 0, refused: [], left: 0 });
  expect((await held(of)).map(([, ending]) => ending)).toEqual(of.map(() => 'applied'));
});

test('a burnt desk’s unsent work is saved from what still opens, and comes to the province by hand', async () => {
  const one = await world.desk();
  const sent = await one.receive();
  await one.drained();
  await one.close();
  await backUp(one.dataDir);
  await one.open();
  one.line = cut;
  const unsent = [await one.receive(), await one.receive()];
  const { key } = keyOf(one.dataDir);
  await one.close();
  const out = mkdtempSync(join(tmpdir(), 'out-'));
  const folder = takeFolder(one.dataDir);
  const save = (name: string): number => saveRemains(folder, key, join(out, name), world.province.clock.now());
  expect(save('whole.qmc')).toBe(2);
  // Its database damaged: a copy of the day and the journal beside it are enough.
  if (existsSync(`${folder.database}-wal`)) truncateSync(`${folder.database}-wal`, 0);
  writeFileSync(folder.database, Buffer.alloc(65_536, 7));
  expect(save('damaged.qmc')).toBe(2);
  folder.unlock();
  const ids = [sent, ...unsent].map(({ dossierId }) => dossierId);
  const file = readFileSync(join(out, 'damaged.qmc'));
  // Nobody's signature: over the line it is refused, the administrator's command line reads it.
  await expect(readCourier(world.pushPorts(), file, { remainsToo: false })).rejects.toMatchObject({ code: 'DT-03' });
  await readCourier(world.pushPorts(), file, { remainsToo: true });
  await readCourier(world.pushPorts(), readFileSync(join(out, 'whole.qmc')), { remainsToo: true });
  expect((await held(ids)).map(([, ending]) => ending)).toEqual(['applied', 'applied', 'applied']);
  rmSync(out, { recursive: true });
});

test('a batch the server stumbles over is answered so, the others of the file are taken, and it is once the fault is gone', async () => {
  const [one, colleague] = [await world.province.enrol(OFFICE), await world.province.enrol(OFFICE)];
  const batches = [one, colleague].map((desk) => {
    const log = testWriter(desk.place, desk.key);
    log.receive();
    return { log: desk.place.log, events: log.events };
  });
  const { server: province, device } = one.place;
  const seal = { kind: 'send' as const, province, device, signer: one.key, to: world.province.key.publicKey };
  const file = sealCourier(seal, { made: 1, begin: null, begun: [], batches });
  const ends = async () => {
    const { replies, faults } = await readCourier(world.pushPorts(), file, { remainsToo: false });
    return [replies.map((each) => ('reply' in each ? each.reply.verdicts[0]?.end : each.refused)), faults.length];
  };
  await sql`create function stumbles() returns trigger language plpgsql as $$ begin raise exception 'a fault'; end $$`.execute(
    world.province.db,
  );
  await sql
    .raw(
      `create trigger stumbles before update on log for each row when (old.id = '${one.place.log}') execute function stumbles()`,
    )
    .execute(world.province.db);
  expect(await ends()).toEqual([['GN-03', 'applied'], 1]);
  await sql`drop function stumbles cascade`.execute(world.province.db);
  expect(await ends()).toEqual([['applied', 'applied'], 0]);
});

test('whatever bytes stand in a file, the reader refuses it in words or answers it, and nothing unsigned is taken', async () => {
  const one = await world.province.enrol(OFFICE);
  const { server: id } = one.place;
  const seal = {
    kind: 'send' as const,
    province: id,
    device: one.place.device,
    signer: one.key,
    to: world.province.key.publicKey,
  };
  const good = sealCourier(seal, { made: 1, begin: null, begun: [], batches: [{ log: one.place.log, events: [{}] }] });
  const answered = await readCourier(world.pushPorts(), good, { remainsToo: false });
  expect(answered.replies).toEqual([{ log: one.place.log, refused: 'GN-02' }]);
  const back = courierHeader(answered.answer);
  if (back === null) throw new Error('no header');
  expect(openCourier(answered.answer, back, one.key, courierAnswerSchema)?.replies).toEqual(answered.replies);
  expect(openCourier(answered.answer, back, newSigningKey(), courierAnswerSchema)).toBeNull();
  const other = await world.province.enrol(OTHER);
  const foreign = sealCourier(seal, {
    made: 1,
    begin: null,
    begun: [],
    batches: [{ log: other.place.log, events: [{}] }],
  });
  expect((await readCourier(world.pushPorts(), foreign, { remainsToo: false })).replies).toEqual([
    { log: other.place.log, refused: 'DT-03' },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 500 }),
        fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
          const bytes = Uint8Array.from(good);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          return bytes;
        }),
        fc.nat({ max: good.length - 1 }).map((end) => good.subarray(0, end)),
      ),
      async (bytes) => {
        const refusal: unknown = await readCourier(world.pushPorts(), bytes, { remainsToo: true }).then(
          () => null,
          (error: unknown) => error,
        );
        expect(refusal).toMatchObject({ code: 'CT-01' });
      },
    ),
    { numRuns: 2000 },
  );
});
