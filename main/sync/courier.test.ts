import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  courierContentSchema,
  courierHeader,
  openCourier,
  sealCourier,
  type CourierAnswer,
  type CourierContent,
} from '../../contract/courier.ts';
import type { Beginning } from '../../contract/logs.ts';
import { MOST_WRITTEN } from '../../contract/desk/courier.ts';
import { beginningText, newSigningKey, signText, verdictText } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { OFFICE, usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, writeReceipt, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { closeLogMatter } from '../store/log-matters.ts';
import { remainsIn } from '../store/remains.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { readAnswer, writeCourier, type AnswerRead, type CourierFile } from './courier.ts';

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

function sealed(replies: CourierAnswer['replies'], at: number): Buffer {
  const seal = { kind: 'answer' as const, province, device: usualSeat.device, signer: own.folder.serverKey };
  return sealCourier({ ...seal, to: own.folder.deviceKey.publicKey }, { of: '0'.repeat(64), at, replies });
}

/** The province's answer to a file: a verdict on each of these. */
function answer(log: string, events: readonly LogEvent[], over: Partial<Verdict>, more: object = {}, at = 1): Buffer {
  const verdicts = events.map((event) => signedVerdict(event, over));
  const head = events.at(-1)?.envelope.seq ?? 0;
  return sealed([{ log, reply: { head, expected: null, verdicts, ...more } }], at);
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

const read = (file: Buffer): AnswerRead => readAnswer(store, file, 7);

/** All files of a day, one after the other. */
function written(): CourierFile[] {
  const files: CourierFile[] = [];
  for (let skip = 0, left = 1; left > 0;) {
    const file = writeCourier(store, 1, skip);
    files.push(file);
    skip += file.events;
    ({ left } = file);
  }
  return files;
}

test('a file is no larger than any desk reads, however much is noted on two thousand receipts', () => {
  const { log, writer } = colleague();
  const note = (): string => Buffer.from(systemRandom.bytes(300)).toString('base64');
  const events = Array.from({ length: 2000 }, () => writer.receive({ note: note() }));
  store.hearing.hear(events.map((event) => ({ event, verdict: null })));
  const files = written();
  for (const { bytes } of files) expect(bytes.toString('base64url').length).toBeLessThanOrEqual(MOST_WRITTEN);
  expect(files.flatMap(placesIn)).toEqual(events.map((_, at) => `${log} ${at + 1}`));
});

test('a file unpacks to half of what is read at most, also where much of it is the same', () => {
  const { log, writer } = colleague();
  const events = Array.from({ length: 100 }, () => writer.receive({ note: 'x'.repeat(200_000) }));
  store.hearing.hear(events.map((event) => ({ event, verdict: null })));
  const files = written();
  for (const file of files) expect(JSON.stringify(contentOf(file)).length).toBeLessThan(8.5 * 1024 * 1024);
  expect(files.flatMap(placesIn)).toEqual(events.map((_, at) => `${log} ${at + 1}`));
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
  expect(read(answer(good.log, events, {})).settled).toBe(2);
  expect(store.hearing.waitingLogs()).toEqual([bad.log]);
  const no = answer(bad.log, refused.slice(0, 1), { end: 'refused', reason: 'XV-01' });
  expect(read(no)).toEqual({ settled: 0, again: 0, refused: ['XV-01'] });
  expect(store.hearing.waitingCount()).toBe(0);
  expect(store.outbox.verdictOn(refused[0]?.envelope.id ?? '')).toBeNull();
  const matter = { log: bad.log, because: 'heard' as const, device: refused[0]?.envelope.device ?? '' };
  expect(store.meta.get('logMatters')).toEqual([{ ...matter, at: 7 }]);
  // Somebody has looked: the same answer read once more tells nothing new.
  store.transact(() => closeLogMatter(store.meta, matter));
  read(no);
  expect(store.meta.get('logMatters')).toEqual([]);
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
    expect(read(old).settled).toBe(1);
    expect(store.outbox.verdictOn(id)?.end).toBe('quarantined');
    store.transact(() => store.outbox.settle(signedVerdict(event, { at: 20 }), aggregateId));
    expect(read(old).settled).toBe(1);
    expect(store.outbox.verdictOn(id)?.end).toBe('applied');
    // The later word of two answers stands, in whatever order they are read.
    read(answer(log, events, { ...apart, at: 30 }));
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
  read(answer(usualSeat.log, [], {}, { ended: true }));
  expect(store.hearing.waitingCount()).toBe(0);
  const log = store.meta.get('enrolment')?.log ?? '';
  expect(store.log?.eventsFrom(log, 1, 10).map(({ id }) => id)).toContain(event.envelope.id);
});

const refusal = { end: 'refused', reason: 'XV-01' } as const;
const ownLog = (): string => store.meta.get('enrolment')?.log ?? '';
const ownEvents = (): LogEvent[] => (store.log?.eventsFrom(ownLog(), 1, 100) ?? []).map(({ event }) => event);
const confirm = (events: readonly LogEvent[]): void =>
  store.transact(() =>
    events.forEach((event) => store.outbox.settle(signedVerdict(event, { at: 10 }), event.envelope.aggregateId)),
  );

test('what the province wants from before is queued again with its word; an answer from before that word queues nothing', () => {
  writeOwn(4);
  confirm(ownEvents().slice(0, 3));
  const lacks = (at: number) => answer(ownLog(), [], {}, { expected: 2 }, at);
  expect(read(lacks(9))).toEqual({ settled: 0, again: 0, refused: [] });
  expect(read(lacks(11))).toEqual({ settled: 0, again: 2, refused: [] });
  const next = writeCourier(store, 1, 0);
  expect(placesIn(next)).toEqual([2, 3, 4].map((seq) => `${ownLog()} ${seq}`));
  expect(contentOf(next).batches[0]?.verdicts).toHaveLength(2);
  // Both are read once more.
  expect([read(lacks(11)).again, read(lacks(9)).again]).toEqual([0, 0]);
});

test('of a colleague’s log too, as far as it is here', () => {
  const { log, hear } = colleague();
  confirm(hear(2));
  hear(1);
  expect(read(answer(log, [], {}, { expected: 1 }, 11)).again).toBe(2);
  expect(placesIn(writeCourier(store, 1, 0))).toEqual([1, 2, 3].map((seq) => `${log} ${seq}`));
});

test('a place of its own that it wants and that is lost here: what follows goes on in another log, and it is told', () => {
  writeOwn(3);
  confirm(ownEvents().slice(0, 2));
  const before = ownLog();
  const db = openSqlite(join(own.folder.path, 'desk.db'), own.folder.databaseKey, { create: false });
  db.prepare('DELETE FROM event WHERE log = ? AND seq = 2').run(before);
  db.close();
  read(answer(before, [], {}, { expected: 2 }, 11));
  expect(ownLog()).not.toBe(before);
  expect(placesIn(writeCourier(store, 1, 0))).toEqual([`${ownLog()} 1`]);
  expect(store.meta.get('logMatters')).toMatchObject([{ log: before, because: 'lost', at: 7 }]);
});

test('an event refused as the first of a fresh log is given up, and what follows goes on without it', () => {
  writeOwn(2);
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  const [bad, good] = ownEvents();
  if (bad === undefined || good === undefined) throw new Error('nothing was moved');
  const no = answer(ownLog(), [bad], refusal);
  read(no);
  expect(ownEvents().map(({ envelope }) => envelope.id)).toEqual([good.envelope.id]);
  const since = ownLog();
  read(no);
  expect(ownLog()).toBe(since);
  expect(store.outbox.verdictOn(bad.envelope.id)?.end).toBe('refused');
});

test('what is refused of a log of its own left before moves to the one written now', () => {
  writeOwn(2);
  const [former, events] = [ownLog(), ownEvents()];
  confirm(events);
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  store.transact(() => store.outbox.queue(former, 2, 2));
  read(answer(former, events.slice(1), { ...refusal, at: 20 }));
  expect(ownEvents().map(({ envelope }) => envelope.id)).toEqual([events[1]?.envelope.id]);
});

test('a refusal from before it was let in takes nothing back', () => {
  writeOwn(2);
  const [first] = ownEvents();
  if (first === undefined) throw new Error('nothing was written');
  confirm([first]);
  const before = ownLog();
  expect(read(answer(before, [first], { ...refusal, at: 9 })).refused).toEqual([]);
  expect(ownLog()).toBe(before);
});

test('what a batch was refused with is told; a log of its own making that the province forgot is begun there again', () => {
  writeOwn(1);
  const dontKnow = (): Buffer => sealed([{ log: ownLog(), refused: 'DT-03' }], 11);
  expect(read(dontKnow()).refused).toEqual(['DT-03']);
  expect(contentOf(writeCourier(store, 1, 0)).begin).toBeNull();
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  // The province was told, and has confirmed it.
  store.transact(() => store.meta.set('leftLogs', []));
  confirm(ownEvents());
  writeOwn(1);
  expect(read(dontKnow())).toEqual({ settled: 0, again: 1, refused: ['DT-03'] });
  const file = writeCourier(store, 1, 0);
  expect(contentOf(file).begin).toMatchObject({ log: ownLog(), left: [{ log: usualSeat.log }] });
  expect(placesIn(file)).toEqual([1, 2].map((seq) => `${ownLog()} ${seq}`));
});
