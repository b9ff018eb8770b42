import { afterEach, beforeEach, expect, test } from 'vitest';
import { plain } from '../../domain/ticket/example.ts';
import { enrolledFolder, usualSeat, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { hostOf, writeAll } from '../../tests/harness/hall-example.ts';
import { peerThat } from '../../tests/harness/peer-stub.ts';
import { seededRandomness, silentLog } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { takeFolder } from '../store/folder.ts';
import { openStore, type Store } from '../store/store.ts';
import { startRelay, type Relay } from './relay.ts';

interface Machine {
  readonly folder: EnrolledFolder;
  readonly store: Store;
}

const random = seededRandomness('relay');
const stamp = () => ({ id: random.id(), salt: Buffer.from(random.bytes(16)).toString('hex') });
let host: Machine;
let other: Machine;

async function machine(seat = usualSeat): Promise<Machine> {
  const folder = await enrolledFolder({ seat });
  return {
    folder,
    store: openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 's' }),
  };
}

beforeEach(async () => {
  host = await machine();
  other = await machine({
    ...usualSeat,
    device: '019ab000-0000-7000-8000-0000000000b1',
    log: '019ab000-0000-7000-8000-0000000000b2',
  });
  const { publicKey } = host.folder.deviceKey;
  const row = { id: usualSeat.device, publicKey, name: 'SĐ-Q3', counter: usualSeat.counter, kind: 'desk' as const };
  other.store.transact(() => other.store.reference.put('devices', [row]));
});
afterEach(() => {
  for (const { store, folder } of [host, other]) {
    store.close();
    folder.remove();
  }
});

/** A line to `device` that notes what is given over it. */
function relayTo(store: Store, device: string, given: unknown[], heard: () => void): Relay {
  const peer = peerThat((_name, body, schema) => {
    given.push(body);
    return Promise.resolve(schema.parse({ strange: 0, ids: [] }));
  });
  const theirStore = '019ab000-0000-7000-8000-0000000000c1';
  const parts = { clock: virtualClock(0), log: silentLog, about: null, serverPublicKey: '', heard };
  return startRelay({ ...parts, store, peer, device, theirStore });
}

const rest = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const isGiving = (body: unknown): boolean => typeof body === 'object' && body !== null && 'events' in body;

test('what a machine told is neither told back to it nor judged again, and goes on to the others', async () => {
  const written = hostOf(host.store);
  written.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  written.does({ kind: 'issue', ...plain, ticket: random.id() }, '07:01');
  writeAll(host.store, written, stamp);
  const events = host.store.hearing.after(0, 10, null).events.map(({ event, verdict }) => ({ event, verdict }));
  expect(events).toHaveLength(2);

  const back: unknown[] = [];
  const on: unknown[] = [];
  let news = 0;
  const toHost = relayTo(other.store, usualSeat.device, back, () => (news += 1));
  const toThird = relayTo(other.store, '019ab000-0000-7000-8000-0000000000d1', on, () => undefined);

  // Both have asked what they ask on a new line: from now on what is new here is given on at once.
  await rest();
  const before = on.length;
  expect(toHost.told({ events })).toEqual({ strange: 0 });
  expect(toHost.told({ events })).toEqual({ strange: 0 });
  await rest();

  expect(back.filter(isGiving)).toEqual([]);
  expect(on.slice(before)).toEqual([{ events }]);
  // The second time nothing of it was new.
  expect(news).toBe(1);
  toHost.stop();
  toThird.stop();
});

test('what nobody known has sealed is strange, each time it is told', () => {
  const written = hostOf(host.store);
  written.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  writeAll(host.store, written, stamp);
  const [first] = host.store.hearing.after(0, 10, null).events;
  if (first === undefined) throw new Error('nothing was written');
  const { envelope } = first.event;
  const forged = { event: { ...first.event, envelope: { ...envelope, actor: 'another' } }, verdict: null };
  const toHost = relayTo(other.store, usualSeat.device, [], () => undefined);
  expect(toHost.told({ events: [forged] })).toEqual({ strange: 1 });
  expect(toHost.told({ events: [forged] })).toEqual({ strange: 1 });
  expect(other.store.hearing.newest()).toBe(0);
  toHost.stop();
});
