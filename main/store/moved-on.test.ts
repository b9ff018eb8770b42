import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginningText, verifyText } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { enrolledFolder, OFFICE, usualSeat, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { receivedBody } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { takeFolder } from './folder.ts';
import { bodyOf, openStore, type Store } from './store.ts';

/** A desk leaves its log for another, and a colleague of the hall follows it there. */

interface Machine {
  readonly folder: EnrolledFolder;
  readonly store: Store;
}
let writer: Machine;
let colleague: Machine;

async function machine(seat = usualSeat): Promise<Machine> {
  const folder = await enrolledFolder({ seat });
  return { folder, store: openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 's' }) };
}

beforeEach(async () => {
  writer = await machine();
  colleague = await machine({
    ...usualSeat,
    device: '019ab000-0000-7000-8000-0000000000b1',
    log: '019ab000-0000-7000-8000-0000000000b2',
  });
});
afterEach(() => {
  for (const { store, folder } of [writer, colleague]) {
    store.close();
    folder.remove();
  }
});

function receive(): LogEvent {
  const [event] = writer.store.record(() => ({
    now: 0,
    events: [
      {
        stamp: { id: systemRandom.id(), salt: 'aabbccdd00112233', at: { device: 1, offset: 0 } },
        event: {
          aggregate: 'dossier',
          aggregateId: systemRandom.id(),
          after: [],
          type: 'dossier.received',
          version: 1,
          body: bodyOf(receivedBody({ office: OFFICE })),
          actor: 'u-1',
          approvedBy: null,
        },
      },
    ],
  }));
  if (event === undefined) throw new Error('nothing was written');
  return event;
}

const told = (after: number): LogEvent[] =>
  writer.store.hearing.after(after, 100, null).events.map(({ event }) => event);
const hear = (events: readonly LogEvent[]): string[] =>
  colleague.store.hearing.hear(events.map((event) => ({ event, verdict: null })));
const logOf = ({ store }: Machine): string => store.log?.head().log ?? '';
const waiting = (log: string): number[] => colleague.store.hearing.waitingOf(log, 10).map(({ seq }) => seq);

/** The writer's log is left behind place 1, and places 2 and 3 move. */
function leave(): { readonly old: string; readonly anew: LogEvent[] } {
  for (let n = 0; n < 3; n++) receive();
  const old = logOf(writer);
  hear(told(0));
  const [first] = told(0);
  if (first === undefined) throw new Error('nothing is told');
  writer.store.transact(() => writer.store.outbox.settle(verdictOn(first), first.envelope.aggregateId));
  const upTo = writer.store.hearing.newest();
  writer.store.leaveLog({ because: 'restored', from: null, renamed: [] });
  return { old, anew: told(upTo) };
}

const verdictOn = ({ envelope: { id: eventId, log, seq, hash } }: LogEvent): Verdict => ({
  eventId,
  log,
  seq,
  hash,
  end: 'applied',
  reason: null,
  book: null,
  at: 1,
  signature: 's',
});

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
  const verdict = verdictOn(second);
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
