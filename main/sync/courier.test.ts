import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  courierContentSchema,
  courierHeader,
  openCourier,
  sealCourier,
  type CourierContent,
} from '../../contract/courier.ts';
import type { Beginning } from '../../contract/logs.ts';
import { beginningText, newSigningKey, signText, verdictText } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { OFFICE, usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, writeReceipt, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { remainsIn } from '../store/remains.ts';
import type { Store } from '../store/store.ts';
import { readAnswer, writeCourier, type CourierFile } from './courier.ts';

/** What a desk carries by hand of its own and of the office's other desks. */

let own: OpenedStore;
let store: Store;
const province = '019ab000-0000-7000-8000-000000000001';
beforeEach(async () => {
  own = await openedStore();
  ({ store } = own);
});
afterEach(() => own.close());

/** A colleague's desk that began its log itself, with so many places it moved; both heard here. */
function colleague(moved = 0): {
  log: string;
  writer: TestWriter;
  beginning: Beginning;
  hear: (n: number) => LogEvent[];
} {
  const key = newSigningKey();
  const [device, log, old] = [systemRandom.id(), systemRandom.id(), systemRandom.id()];
  const ids = Array.from({ length: moved }, () => systemRandom.id());
  const left = [{ log: old, seq: 0, hash: '0'.repeat(64), because: 'restored' as const }];
  const text = { device, log, left, moved: moved === 0 ? [] : [{ at: 1, from: old, seq: 1, ids }] };
  const beginning = { ...text, signature: signText(key, beginningText(text)) };
  const writer = testWriter({ device, log, office: OFFICE }, key);
  store.transact(() => store.beginnings.keep(beginning));
  return {
    log,
    writer,
    beginning,
    hear(n) {
      const events = Array.from({ length: n }, () => writer.receive());
      store.hearing.hear(events.map((event) => ({ event, verdict: null })));
      return events;
    },
  };
}

function writeOwn(n: number): void {
  for (let at = 0; at < n; at++) writeReceipt(own);
}

function contentOf({ bytes }: CourierFile): CourierContent {
  const header = courierHeader(bytes);
  const content = header === null ? null : openCourier(bytes, header, own.folder.serverKey, courierContentSchema);
  if (content === null) throw new Error('it cannot be read');
  return content;
}

const placesIn = (file: CourierFile): string[] =>
  contentOf(file).batches.flatMap(({ log, events }) =>
    // As the desk wrote them.
    (events as LogEvent[]).map(({ envelope }) => `${log} ${envelope.seq}`),
  );

function signedVerdict(event: LogEvent, over: Partial<Verdict>): Verdict {
  const verdict = unsignedVerdict(event, over);
  return { ...verdict, signature: signText(own.folder.serverKey, verdictText(verdict)) };
}

/** The province's answer to a file: a verdict on each of these. */
function answer(log: string, events: readonly LogEvent[], over: Partial<Verdict>, more: object = {}): Buffer {
  const verdicts = events.map((event) => signedVerdict(event, over));
  const head = events.at(-1)?.envelope.seq ?? 0;
  const reply = { head, expected: null, verdicts, ...more };
  const seal = { kind: 'answer' as const, province, device: usualSeat.device, signer: own.folder.serverKey };
  return sealCourier(
    { ...seal, to: own.folder.deviceKey.publicKey },
    { of: '0'.repeat(64), at: 1, replies: [{ log, reply }] },
  );
}

test('behind its own a file carries what was heard of colleagues, with how their logs began in their own words', () => {
  writeOwn(2);
  const { log, beginning, hear } = colleague();
  hear(2);
  const file = writeCourier(store, 1, 0);
  expect(placesIn(file)).toEqual([`${usualSeat.log} 1`, `${usualSeat.log} 2`, `${log} 1`, `${log} 2`]);
  expect(contentOf(file).begun).toEqual([beginning]);
  expect([file.events, file.left]).toEqual([4, 0]);
  // The next file goes on where this one ended.
  hear(1);
  const next = writeCourier(store, 1, file.events);
  expect([placesIn(next), next.left]).toEqual([[`${log} 3`], 0]);
  expect(contentOf(next).begun).toEqual([beginning]);
});

test('what is heard alone is enough for a file; what this desk sends itself is in it once', () => {
  expect(() => writeCourier(store, 1, 0)).toThrow('CT-04');
  const { log, hear } = colleague();
  hear(3);
  store.transact(() => store.outbox.queue(log, 1, 2));
  const file = writeCourier(store, 1, 0);
  expect(placesIn(file)).toEqual([1, 2, 3].map((seq) => `${log} ${seq}`));
  expect(file.left).toBe(0);
});

test('logs of which much is to be told share no file, and none is left out', () => {
  const logs = Array.from({ length: 4 }, () => {
    const one = colleague(3000);
    one.hear(2);
    return one.log;
  });
  const seen: string[] = [];
  for (let skip = 0, left = 1; left > 0;) {
    const file = writeCourier(store, 1, skip);
    const content = contentOf(file);
    expect(file.bytes.length).toBeLessThan(600_000);
    expect(new Set(content.begun.map(({ log }) => log))).toEqual(new Set(content.batches.map(({ log }) => log)));
    seen.push(...placesIn(file));
    skip += file.events;
    ({ left } = file);
  }
  expect(seen.sort()).toEqual(logs.flatMap((log) => [`${log} 1`, `${log} 2`]).sort());
});

test('of a dead desk’s folder the same is saved: its own, what it had heard, and how those logs began', () => {
  writeOwn(1);
  const { log, beginning, hear } = colleague();
  hear(2);
  const { path, databaseKey } = own.folder;
  const at = (name: string): string => join(path, name);
  const folder = { database: at('desk.db'), journal: at('desk.journal'), backups: at('backups') };
  const { events, begun } = remainsIn(folder, databaseKey);
  const places = events.map(({ envelope }) => `${envelope.log} ${envelope.seq}`);
  expect(places.sort()).toEqual([`${usualSeat.log} 1`, `${log} 1`, `${log} 2`].sort());
  expect(begun).toEqual([beginning]);
});

test('the answer settles what was heard; a log the province refuses waits no longer', () => {
  const [good, bad] = [colleague(), colleague()];
  const events = good.hear(2);
  const refused = bad.hear(2);
  expect(store.hearing.waitingCount()).toBe(4);
  expect(readAnswer(store, answer(good.log, events, {}))).toBe(2);
  expect(store.hearing.waitingLogs()).toEqual([bad.log]);
  expect(readAnswer(store, answer(bad.log, refused.slice(0, 1), { end: 'refused', reason: 'XV-01' }))).toBe(0);
  expect(store.hearing.waitingCount()).toBe(0);
  expect(store.outbox.verdictOn(refused[0]?.envelope.id ?? '')).toBeNull();
  // As over the line: somebody is told, and nothing of that log passes for taken.
  expect(store.meta.get('logMatters')).toMatchObject([{ log: bad.log, because: 'heard' }]);
  const standOf = (event: LogEvent) => store.outbox.standOf(event.envelope.aggregateId).unconfirmed;
  expect(refused.map(standOf)).toEqual(refused.map(() => [expect.objectContaining({ log: bad.log, verdict: null })]));
  expect(events.flatMap(standOf)).toEqual([]);
});

test.each(['verdicts', 'elsewhere'])(
  'an old answer read once more takes nothing back that was let in since: %s',
  (as) => {
    const { log, hear } = colleague();
    const events = hear(1);
    const [event] = events;
    if (event === undefined) throw new Error('nothing was heard');
    const apart = { end: 'quarantined', reason: 'XV-06', at: 10 } as const;
    const elsewhere = [{ event, verdict: signedVerdict(event, apart) }];
    const old = as === 'verdicts' ? answer(log, events, apart) : answer(log, [], {}, { elsewhere });
    const { id, aggregateId } = event.envelope;
    expect(readAnswer(store, old)).toBe(1);
    expect(store.outbox.verdictOn(id)?.end).toBe('quarantined');
    store.transact(() => store.outbox.settle(signedVerdict(event, { at: 20 }), aggregateId));
    expect(readAnswer(store, old)).toBe(1);
    expect(store.outbox.verdictOn(id)?.end).toBe('applied');
    // The later word of two answers stands, in whatever order they are read.
    readAnswer(store, answer(log, events, { ...apart, at: 30 }));
    expect(store.outbox.verdictOn(id)?.end).toBe('quarantined');
  },
);

test('an answer that a log of this machine has ended moves what was heard of it into the one written now', () => {
  writeOwn(1);
  // Put back from a copy since: what it wrote behind the copy comes from colleagues alone.
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  const lost = testWriter({ device: usualSeat.device, log: usualSeat.log, office: OFFICE }, own.folder.deviceKey);
  const [first] = store.log?.eventsFrom(store.meta.get('enrolment')?.log ?? '', 1, 10) ?? [];
  expect(first).toBeDefined();
  const event = lost.receive({}, { seq: 9, prev: 'a'.repeat(64) });
  store.hearing.hear([{ event, verdict: null }]);
  expect(store.hearing.waitingLogs()).toEqual([usualSeat.log]);
  readAnswer(store, answer(usualSeat.log, [], {}, { ended: true }));
  expect(store.hearing.waitingCount()).toBe(0);
  const log = store.meta.get('enrolment')?.log ?? '';
  expect(store.log?.eventsFrom(log, 1, 10).map(({ id }) => id)).toContain(event.envelope.id);
});
