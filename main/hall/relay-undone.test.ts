import { afterEach, expect, test } from 'vitest';
import { enrolledFolder, MONDAY_10_42, OFFICE } from '../../tests/harness/enrolled-folder.ts';
import { peerThat } from '../../tests/harness/peer-stub.ts';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { toldEventSchema, toldEventsSchema } from '../../contract/hall.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { systemRandom } from '../random.ts';
import { takeFolder } from '../store/folder.ts';
import { openStore } from '../store/store.ts';
import { startRelay } from './relay.ts';

let close = (): void => undefined;
afterEach(() => close());

test('what is undone with its transaction is not told, and what takes its number is', async () => {
  const folder = await enrolledFolder();
  const store = openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 'test' });
  const told: string[] = [];
  const done = Promise.withResolvers<void>();
  const peer = peerThat((_name, body, answer) => {
    for (const one of toldEventsSchema.parse(body).events) told.push(toldEventSchema.parse(one).event.envelope.id);
    done.resolve();
    return Promise.resolve(answer.parse({ strange: 0 }));
  });
  const relay = startRelay({
    store,
    clock: { now: () => MONDAY_10_42, monotonic: () => 0, upFor: () => 0, after: () => () => undefined },
    log: silentLog,
    peer,
    device: systemRandom.id(),
    theirStore: systemRandom.id(),
    about: null,
    serverPublicKey: folder.serverKey.publicKey,
    heard: () => undefined,
  });
  close = () => {
    relay.stop();
    store.close();
    folder.remove();
  };
  // It has looked for what is here already: nothing.
  await new Promise((soon) => setImmediate(soon));
  const writer = testWriter({ device: systemRandom.id(), log: systemRandom.id(), office: OFFICE }, newSigningKey());
  const [undone, kept] = [writer.receive(), writer.receive()];
  const full = (): void =>
    store.transact(() => {
      store.takeIn([undone]);
      throw new Error('the disk is full');
    });
  expect(full).toThrow('the disk is full');
  await new Promise((soon) => setImmediate(soon));
  store.transact(() => store.takeIn([kept]));
  await done.promise;
  await new Promise((soon) => setImmediate(soon));
  expect(told).toEqual([kept.envelope.id]);
}, 20_000);
