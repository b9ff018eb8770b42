import { afterEach, beforeEach, expect, test } from 'vitest';
import { plain } from '../../domain/ticket/example.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { hostOf, writeAll } from '../../tests/harness/hall-example.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import type { Hearing } from './hearing.ts';
import type { Store } from './store.ts';

let own: OpenedStore;
let store: Store;
const random = seededRandomness('hearing');
const stamp = () => ({ id: random.id(), salt: Buffer.from(random.bytes(16)).toString('hex') });

beforeEach(async () => {
  own = await openedStore();
  ({ store } = own);
});
afterEach(() => own.close());

const asked = (): ReturnType<Hearing['after']> => store.hearing.after(0, 100, ['ticket', 'hall']);
/** Within a transaction every row is read. */
const read = (): ReturnType<Hearing['after']> => store.transact(asked);

function write(): void {
  const host = hostOf(store);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'issue', ...plain, ticket: random.id() }, '07:01');
  writeAll(store, host, stamp);
}

test('each machine that asks for the same has the one answer, until something is written', () => {
  write();
  const first = asked();
  expect(first.events).toHaveLength(2);
  expect(asked()).toBe(first);
  expect(store.hearing.after(0, 100, null)).not.toBe(first);
  write();
  expect(asked().events).toHaveLength(4);
  expect(asked()).toEqual(read());
});

test('what was read of a write that came to nothing is not kept, nor an answer that a verdict has changed', () => {
  write();
  const [first] = asked().events;
  if (first === undefined) throw new Error('nothing was written');
  const undo = (): void =>
    store.transact(() => {
      write();
      expect(asked().events).toHaveLength(4);
      throw new Error('undone');
    });
  expect(undo).toThrow('undone');
  expect(asked().events).toHaveLength(2);
  const { id: eventId, log, seq, hash, aggregateId } = first.event.envelope;
  const verdict = {
    eventId,
    log,
    seq,
    hash,
    end: 'refused',
    reason: 'XV-01',
    book: null,
    at: 0,
    signature: '',
  } as const;
  store.transact(() => store.outbox.settle(verdict, aggregateId));
  expect(asked().events).toHaveLength(1);
  expect(asked()).toEqual(read());
});
