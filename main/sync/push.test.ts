import { afterEach, beforeEach, expect, test } from 'vitest';
import { pushReplySchema, type PushReply, type Verdict } from '../../contract/sync.ts';
import { enrolledFolder, MONDAY_10_42, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { receivedBody } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { takeFolder, type DeskFolder } from '../store/folder.ts';
import { bodyOf, openStore, type Store } from '../store/store.ts';
import { LineDown, ProvinceRefused, type Province, type Witnessed } from './province.ts';
import { pushLog } from './push.ts';

/** Batches of five hundred: so many events make three of them. */
const EVENTS = 1_050;

let enrolled: EnrolledFolder;
let folder: DeskFolder;
let store: Store;
let log: string;

beforeEach(async () => {
  enrolled = await enrolledFolder();
  folder = takeFolder(enrolled.path);
  store = openStore(folder, enrolled.databaseKey, { create: false, stamp: 'test' });
  log = store.log?.head().log ?? '';
  const stamp = () => ({ id: systemRandom.id(), salt: 'aabbccdd', at: { device: MONDAY_10_42, offset: 0 } });
  store.record(() => ({
    now: MONDAY_10_42,
    events: Array.from({ length: EVENTS }, () => ({
      event: {
        aggregate: 'dossier' as const,
        aggregateId: systemRandom.id(),
        after: [],
        type: 'dossier.received',
        version: 1,
        body: bodyOf(receivedBody({ office: 'xa-29905' })),
        actor: 'u-1',
        approvedBy: null,
      },
      stamp: stamp(),
    })),
  }));
});

afterEach(() => {
  store.close();
  folder.unlock();
  enrolled.remove();
});

interface Asked {
  readonly first: number;
  readonly last: number;
  /** What a province says that takes it all. */
  readonly all: PushReply;
  answer(reply: PushReply, isSigned?: boolean): void;
  fail(error: unknown): void;
}

/** A province whose answers come when the test lets them. */
function slowProvince(): {
  readonly province: Province;
  readonly asked: () => Promise<Asked>;
  readonly count: () => number;
} {
  const waiting: Asked[] = [];
  let told: (() => void) | null = null;
  let count = 0;
  const never = (): never => {
    throw new Error('a push asks for nothing else');
  };
  const province: Province = {
    request: never,
    bytes: never,
    open: never,
    witnessed: (_method, _target, json, schema) => {
      count += 1;
      const { events } = JSON.parse(json ?? '') as { events: { envelope: Envelope }[] };
      return new Promise((resolve, reject) => {
        const verdicts = events.map(({ envelope }) => verdictOn(envelope));
        const last = events.at(-1)?.envelope.seq ?? 0;
        waiting.push({
          first: events[0]?.envelope.seq ?? 0,
          last,
          all: { head: last, expected: null, verdicts },
          answer: (reply, isSigned = true) =>
            resolve({ reply: schema.parse(pushReplySchema.parse(reply)), isSigned } satisfies Witnessed<unknown>),
          fail: reject,
        });
        told?.();
      });
    },
  };
  return {
    province,
    count: () => count,
    asked: async () => {
      while (waiting.length === 0) await new Promise<void>((resolve) => (told = resolve));
      const [next] = waiting.splice(0, 1);
      if (next === undefined) throw new Error('nothing was asked');
      return next;
    },
  };
}

type Envelope = { readonly id: string; readonly seq: number; readonly hash: string };

/** Nobody's signature: only the whole answer's counts here. */
function verdictOn({ id: eventId, seq, hash }: Envelope): Verdict {
  return { eventId, log, seq, hash, end: 'applied', reason: null, book: null, at: MONDAY_10_42, signature: 'AAAA' };
}

function push(province: Province) {
  const { publicKey: serverPublicKey } = enrolled.serverKey;
  return pushLog(log, { store, province, serverPublicKey, progressed: () => undefined, stopped: () => false });
}

test('the next batch is on its way while the one before is answered, and never a third', async () => {
  const { province, asked, count } = slowProvince();
  const done = push(province);
  const first = await asked();
  const second = await asked();
  expect([first.first, first.last, second.first, second.last]).toEqual([1, 500, 501, 1000]);
  expect(count()).toBe(2);
  expect(store.outbox.count().events).toBe(EVENTS);
  first.answer(first.all);
  const third = await asked();
  expect([third.first, third.last]).toEqual([1001, EVENTS]);
  expect(store.outbox.count().events).toBe(EVENTS - 500);
  third.answer(third.all);
  second.answer(second.all);
  expect(await done).toEqual({ kind: 'drained' });
  expect(store.outbox.count().events).toBe(0);
});

test('a batch that overtook the one before it is sent once more, alone, and the rest behind it', async () => {
  const { province, asked, count } = slowProvince();
  const done = push(province);
  const first = await asked();
  const second = await asked();
  second.answer({ head: 0, expected: 1, verdicts: [] });
  first.answer(first.all);
  // The third went out with the answer to the first, before the second was heard of.
  (await asked()).answer({ head: 500, expected: 501, verdicts: [] });
  const again: (readonly [number, number])[] = [];
  for (let at = 0; at < EVENTS;) {
    const next = await asked();
    expect(count()).toBe(4 + again.length);
    again.push([next.first, next.last]);
    at = next.last;
    next.answer(next.all);
  }
  expect(await done).toEqual({ kind: 'drained' });
  expect(again).toEqual([
    [501, 1000],
    [1001, EVENTS],
  ]);
  expect(store.outbox.count().events).toBe(0);
});

test('where the first is not answered, the second counts for nothing, and nothing is on its way any more', async () => {
  const { province, asked } = slowProvince();
  const done = push(province);
  const first = await asked();
  const second = await asked();
  first.fail(new LineDown('cut'));
  second.answer(second.all);
  await expect(done).rejects.toBeInstanceOf(LineDown);
  expect(store.outbox.count().events).toBe(EVENTS);
  const [dossier] = store.outbox.waiting(1);
  expect(store.outbox.standOf(dossier?.id ?? '')).toMatchObject({ waiting: 1, sent: 0 });
});

test('one too large is halved; what was sent ahead of the answer is sent again behind it', async () => {
  const { province, asked } = slowProvince();
  const done = push(province);
  const places: (readonly [number, number])[] = [];
  const first = await asked();
  (await asked()).fail(new ProvinceRefused(413, 'SV-06', null));
  first.fail(new ProvinceRefused(413, 'SV-06', null));
  for (let at = 0; at < EVENTS;) {
    const next = await asked();
    places.push([next.first, next.last]);
    at = next.last;
    next.answer(next.all);
  }
  expect(await done).toEqual({ kind: 'drained' });
  expect(places).toEqual([
    [1, 250],
    [251, 500],
    [501, 750],
    [751, 1000],
    [1001, EVENTS],
  ]);
});

test('verdicts in an answer that nobody signed prove themselves, or count for nothing', async () => {
  const { province, asked } = slowProvince();
  const done = push(province);
  const first = await asked();
  (await asked()).fail(new LineDown('cut'));
  first.answer(first.all, false);
  await expect(done).rejects.toMatchObject({ code: 'DT-02' });
  expect(store.outbox.count().events).toBe(EVENTS);
});
