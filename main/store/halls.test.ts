import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, OFFICE, plain } from '../../domain/ticket/example.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { hostOf, writeAll } from '../../tests/harness/hall-example.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import { takeFolder } from './folder.ts';
import { openStore, type Store } from './store.ts';

let folder: EnrolledFolder;
let store: Store;
const random = seededRandomness('halls');
const stamp = () => ({ id: random.id(), salt: Buffer.from(random.bytes(16)).toString('base64url') });

beforeEach(async () => {
  folder = await enrolledFolder({});
  store = open();
});
afterEach(() => {
  store.close();
  folder.remove();
});

function open(): Store {
  const taken = takeFolder(folder.path);
  return openStore(taken, folder.databaseKey, { create: false, stamp: 's' });
}

test('what the host wrote is the view that every machine reads, of that office and day alone', () => {
  const host = hostOf(store);
  const ticket = random.id();
  const other = random.id();
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  host.does({ kind: 'issue', ...plain, ticket }, '07:10');
  host.does({ kind: 'issue', ...plain, ticket: other }, '07:11');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:12');
  writeAll(store, host, stamp);

  const eventsOf = (id: string) => store.log?.ofAggregate(id) ?? [];
  const view = store.halls.view(OFFICE, DAY, eventsOf);
  expect(view).toMatchObject({ state: 'open', reign: { term: 1 }, counters: [{ id: 'q1', state: 'open' }] });
  expect(view.tickets.map(({ id, text, state }) => [id, text, state])).toEqual([
    [ticket, 'A001', 'called'],
    [other, 'A002', 'waiting'],
  ]);
  expect(store.halls.newest(OFFICE, DAY)).toBe(`${DAY}T07:11:00`);
  expect(store.halls.ticket(other)).toEqual(view.tickets[1]);
  expect(store.halls.view('xa-29869', DAY, eventsOf)).toMatchObject({ state: 'none', tickets: [] });
  expect(store.halls.view(OFFICE, '2026-11-24', eventsOf)).toMatchObject({ state: 'none', tickets: [] });
  expect([...store.halls.between(OFFICE, '2026-11-01', '2026-11-30')]).toHaveLength(2);
  // All of this release's own fold: nothing to do again.
  expect(store.halls.refoldSome(10, eventsOf, () => undefined)).toBe(0);
});
