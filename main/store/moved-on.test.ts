import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginningText, verifyText } from '../../contract/signing.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, writeReceipt, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';

/** A desk leaves its log for another, and a colleague of the hall follows it there. */

let writer: OpenedStore;
let colleague: OpenedStore;

beforeEach(async () => {
  writer = await openedStore();
  const [device, log] = ['019ab000-0000-7000-8000-0000000000b1', '019ab000-0000-7000-8000-0000000000b2'];
  colleague = await openedStore({ seat: { ...usualSeat, device, log } });
});
afterEach(() => {
  for (const one of [writer, colleague]) one.close();
});

const receive = (): LogEvent => writeReceipt(writer);
const told = (after: number): LogEvent[] =>
  writer.store.hearing.after(after, 100, null).events.map(({ event }) => event);
const hear = (events: readonly LogEvent[]): string[] =>
  colleague.store.hearing.hear(events.map((event) => ({ event, verdict: null })));
const logOf = ({ store }: OpenedStore): string => store.log?.head().log ?? '';
const waiting = (log: string): number[] => colleague.store.hearing.waitingOf(log, 10).map(({ seq }) => seq);

/** The writer's log is left behind place 1, and places 2 and 3 move. */
function leave(): { readonly old: string; readonly anew: LogEvent[] } {
  for (let n = 0; n < 3; n++) receive();
  const old = logOf(writer);
  hear(told(0));
  const [first] = told(0);
  if (first === undefined) throw new Error('nothing is told');
  writer.store.transact(() => writer.store.outbox.settle(unsignedVerdict(first), first.envelope.aggregateId));
  const upTo = writer.store.hearing.newest();
  writer.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  return { old, anew: told(upTo) };
}

test('how a log began, and what moved to it from where, is signed by its desk; what is moved later is added', () => {
  const { old, anew } = leave();
  const beginning = writer.store.beginnings.get(logOf(writer));
  if (beginning === null) throw new Error('it says nothing');
  const ids = anew.map(({ envelope }) => envelope.id);
  expect(beginning.moved).toEqual([{ at: 1, from: old, seq: 2, ids }]);
  expect(beginning.left).toMatchObject([{ log: old, seq: 1, because: 'restored' }]);
  const { signature, ...said } = beginning;
  expect(verifyText(writer.folder.deviceKey.publicKey, beginningText(said), signature)).toBe(true);
  receive();
  writer.store.moveFromFormer(old, 1);
  const more = writer.store.beginnings.get(logOf(writer));
  expect(more?.moved.map(({ at, seq, ids: { length } }) => [at, seq, length])).toEqual([
    [1, 2, 2],
    [4, 1, 1],
  ]);
  // Of two words on one log the longer stands, in whatever order they come.
  expect(more !== null && colleague.store.beginnings.keep(more)).toBe(true);
  expect(colleague.store.beginnings.keep(beginning)).toBe(false);
  expect(colleague.store.beginnings.about(old)).toEqual([more]);
});

test('who hears it follows the desk to its new log, as it has signed, and tells it on', () => {
  const { old, anew } = leave();
  const fresh = logOf(writer);
  expect(anew.map(({ envelope }) => [envelope.log, envelope.seq])).toEqual([
    [fresh, 1],
    [fresh, 2],
  ]);
  // Without the desk's word it stays where it was heard first.
  expect(hear(anew)).toEqual([]);
  expect([waiting(old), waiting(fresh)]).toEqual([[1, 2, 3], []]);
  const beginning = writer.store.beginnings.get(fresh);
  if (beginning === null) throw new Error('it says nothing');
  colleague.store.beginnings.keep(beginning);
  const upTo = colleague.store.hearing.newest();
  expect(hear(anew)).toHaveLength(2);
  expect([waiting(old), waiting(fresh)]).toEqual([[1], [1, 2]]);
  const on = colleague.store.hearing.after(upTo, 10, null).events;
  expect(on.map(({ event, isAnew }) => [event.envelope.log, isAnew])).toEqual([
    [fresh, true],
    [fresh, true],
  ]);
});

test('where the province has judged it before it moved, that place stands, and its desk hears of it', () => {
  for (let n = 0; n < 2; n++) receive();
  const before = told(0);
  hear(before);
  const [, second] = before;
  if (second === undefined) throw new Error('nothing is told');
  // The colleague has brought it, and its desk does not know.
  const verdict = unsignedVerdict(second);
  colleague.store.transact(() => colleague.store.outbox.settle(verdict, second.envelope.aggregateId));
  const upTo = writer.store.hearing.newest();
  writer.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  const beginning = writer.store.beginnings.get(logOf(writer));
  if (beginning !== null) colleague.store.beginnings.keep(beginning);
  const known = colleague.store.hearing.newest();
  hear(told(upTo));
  const back = colleague.store.hearing.after(known, 10, null).events.filter(({ verdict: on }) => on !== null);
  expect(back.map(({ event }) => event)).toEqual([second]);
  writer.store.hearing.hear(back);
  expect(writer.store.log?.hashOf(second.envelope.id)).toBe(second.envelope.hash);
  expect(writer.store.outbox.verdictOn(second.envelope.id)).toEqual(verdict);
});

test('where the province said an event stands, an older word of it changes nothing, with its desk or with a colleague', () => {
  for (let n = 0; n < 2; n++) receive();
  const before = told(0);
  const upTo = writer.store.hearing.newest();
  writer.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  const after = told(upTo);
  const hashes = after.map(({ envelope: { hash } }) => hash);
  expect(before.map(({ envelope: { hash } }) => hash)).not.toEqual(hashes);
  for (const { store } of [writer, colleague]) {
    const hearJudged = (events: readonly LogEvent[], at: number): string[] =>
      store.hearing.hear(events.map((event) => ({ event, verdict: unsignedVerdict(event, { at }) })));
    hearJudged(after, 2);
    hearJudged(before, 1);
    expect(after.map(({ envelope: { id } }) => store.log?.hashOf(id))).toEqual(hashes);
    expect(after.map(({ envelope: { id } }) => store.outbox.verdictOn(id)?.hash)).toEqual(hashes);
  }
});
