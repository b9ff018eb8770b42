import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { beginningText, newSigningKey, sealerOf, signText, verdictText } from '../../contract/signing.ts';
import type { Beginning } from '../../contract/logs.ts';
import type { PushReply } from '../../contract/sync.ts';
import { GENESIS, seal, type LogEvent } from '../../domain/log/envelope.ts';
import { OFFICE } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import type { Store } from '../store/store.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { heardPusher } from './push-heard.ts';
import { stumbling } from './stumbling.ts';

/** What a colleague heard of a log whose beginning the province was never told, or that lacks what was moved out of it. */

let own: OpenedStore;
let store: Store;
const key = newSigningKey();
const device = systemRandom.id();
const [old, log] = [systemRandom.id(), systemRandom.id()];

beforeEach(async () => {
  own = await openedStore();
  ({ store } = own);
});
afterEach(() => own.close());

function beginning(): Beginning {
  const left = [{ log: old, seq: 0, hash: '0'.repeat(64), because: 'restored' as const }];
  const text = { device, log, left, moved: [] };
  return { ...text, signature: signText(key, beginningText(text)) };
}

/** A province that does what `push` says; notes what it is asked. */
async function asked(push: (known: boolean) => PushReply, rounds = 1): Promise<unknown[]> {
  const calls: unknown[] = [];
  let known = false;
  const province = {
    witnessed: (_method: string, path: string, json: string) => {
      // As the pusher made it.
      const { events } = JSON.parse(json) as { events: LogEvent[] };
      calls.push([path, ...events.map(({ envelope }) => envelope.seq)]);
      return Promise.resolve().then(() => ({ reply: push(known), isSigned: true }));
    },
    request: (_method: string, path: string, body: Beginning, schema: z.ZodType) => {
      calls.push([path, body.log]);
      known = true;
      return Promise.resolve(schema.parse({ head: 0 }));
    },
  } as unknown as Province;
  const clock = virtualClock(0);
  const nothing = (): void => undefined;
  const told = { log: silentLog, fault: nothing, progressed: nothing, stopped: () => false };
  const pusher = heardPusher({
    store,
    province,
    clock,
    serverPublicKey: '',
    stumbles: stumbling(clock, systemRandom),
    ...told,
  });
  await pusher.push();
  for (let round = 0; round < rounds; round++) {
    clock.advance(46_000);
    await pusher.push();
  }
  return calls;
}

function heard(...seqs: readonly number[]): LogEvent[] {
  const writer = testWriter({ device, log, office: OFFICE }, key);
  for (let n = 0; n < Math.max(...seqs); n++) writer.receive();
  const events = writer.events.filter(({ envelope }) => seqs.includes(envelope.seq));
  store.hearing.hear(events.map((event) => ({ event, verdict: null })));
  return events;
}

const taken = (events: readonly LogEvent[]): PushReply => ({
  head: events.length,
  expected: null,
  verdicts: events.map((event) => unsignedVerdict(event)),
});
const unknown = (): never => {
  throw new ProvinceRefused(403, 'DT-03', null);
};

test('how the log began is told before its first stretch', async () => {
  store.beginnings.keep(beginning());
  const events = heard(1, 2);
  expect(await asked((known) => (known ? taken(events) : unknown()))).toEqual([
    ['/v1/push', 1, 2],
    ['/v1/log', log],
    ['/v1/push', 1, 2],
  ]);
  expect(store.hearing.waitingLogs()).toEqual([]);
});

test('where nobody has said how it began, it waits for its own desk', async () => {
  heard(1, 2);
  expect(await asked(unknown, 2)).toEqual([
    ['/v1/push', 1, 2],
    ['/v1/push', 1, 2],
  ]);
  expect(store.hearing.waitingLogs()).toEqual([log]);
});

test('behind places that are not here it goes on once the province knows where they went', async () => {
  store.beginnings.keep(beginning());
  const events = heard(3);
  const lacks: PushReply = { head: 0, expected: 1, verdicts: [] };
  expect(await asked((known) => (known ? taken(events) : lacks))).toEqual([
    ['/v1/push', 3],
    ['/v1/log', log],
    ['/v1/push', 3],
  ]);
  expect(store.hearing.waitingLogs()).toEqual([]);
});

test('what stands behind places that nobody brings for five minutes is told by itself, and stays where the province will not have it', async () => {
  const [event] = heard(3);
  if (event === undefined) throw new Error('nothing was heard');
  const province = newSigningKey();
  // As it goes on in a log of the province's own.
  const moved = { ...event.envelope, device: systemRandom.id(), log: systemRandom.id(), seq: 1, prev: GENESIS };
  const there = seal(moved, event.body, event.salt ?? '', sealerOf(province));
  const { signature: _, ...unsigned } = unsignedVerdict(there);
  const verdict = { ...unsigned, signature: signText(province, verdictText(unsigned)) };
  const calls: string[] = [];
  let isTaken = false;
  let isBrought = false;
  const stub = {
    witnessed: (_method: string, path: string) => {
      calls.push(path);
      const reply = { head: 0, expected: isBrought ? null : 1, verdicts: [] };
      return Promise.resolve({ reply, isSigned: true });
    },
    request: (_method: string, path: string, { held }: { held: { event: LogEvent; verdict: null }[] }) => {
      calls.push(path);
      expect(held).toEqual([{ event, verdict: null }]);
      const taken = { held: [{ event: there, verdict }], waits: [] };
      return Promise.resolve(isTaken ? taken : { held: [], waits: [event.envelope.id] });
    },
  } as unknown as Province;
  const clock = virtualClock(0);
  const nothing = (): void => undefined;
  const pusher = heardPusher({
    store,
    province: stub,
    clock,
    serverPublicKey: province.publicKey,
    stumbles: stumbling(clock, systemRandom),
    log: silentLog,
    fault: nothing,
    progressed: nothing,
    stopped: () => false,
  });
  const minutes = async (n: number): Promise<string[]> => {
    calls.length = 0;
    for (let half = 0; half < 2 * n; half++) {
      await pusher.push();
      clock.advance(30_000);
    }
    return calls.filter((path) => path === '/v1/restate');
  };
  // Others have their time, and then theirs to bring what stands before it.
  expect(await minutes(5)).toEqual([]);
  // Somebody did; of what lacks later they have it anew.
  isBrought = true;
  await minutes(2);
  isBrought = false;
  expect(await minutes(5)).toEqual([]);
  expect(await minutes(2)).toHaveLength(1);
  expect(store.hearing.waitingLogs()).toEqual([log]);
  isTaken = true;
  await minutes(6);
  expect(store.hearing.waitingLogs()).toEqual([]);
  expect(await minutes(6)).toEqual([]);
});
