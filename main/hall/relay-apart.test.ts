import { afterEach, expect, test } from 'vitest';
import { toldEventSchema, toldEventsSchema, type HallRole } from '../../contract/hall.ts';
import { signText, verdictText } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { peerThat } from '../../tests/harness/peer-stub.ts';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { systemRandom } from '../random.ts';
import { takeFolder } from '../store/folder.ts';
import { openStore } from '../store/store.ts';
import { startRelay } from './relay.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const role: HallRole = 'desk';
const writerKey = newSigningKey();
const writerDevice = systemRandom.id();

async function machine(name: string) {
  const folder = await enrolledFolder();
  const store = openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 'test' });
  const row = { id: writerDevice, publicKey: writerKey.publicKey, name, counter: 'q1', kind: role };
  store.transact(() => store.reference.put('devices', [row]));
  closing.push(() => {
    store.close();
    folder.remove();
  });
  return { folder, store };
}

function verdictOf({ serverKey }: EnrolledFolder, { envelope }: LogEvent, end: Verdict['end'], at: number): Verdict {
  const { id: eventId, log, seq, hash } = envelope;
  const said = {
    eventId,
    log,
    seq,
    hash,
    end,
    reason: end === 'quarantined' ? 'XV-06' : null,
    book: null,
    at,
  } as const;
  return { ...said, signature: signText(serverKey, verdictText(said)) };
}

test('what the province keeps apart, and lets in, reaches a colleague without a line through the hall', async () => {
  const [teller, other] = [await machine('A'), await machine('B')];
  const common = {
    clock: { now: () => MONDAY_10_42, monotonic: () => 0, upFor: () => 0, after: () => () => undefined },
    log: silentLog,
    device: systemRandom.id(),
    theirStore: systemRandom.id(),
    about: null,
    // One province: the other desk knows its key.
    serverPublicKey: teller.folder.serverKey.publicKey,
    heard: () => undefined,
  };
  const deaf = peerThat((_name, _body, answer) => Promise.resolve(answer.parse({ strange: 0, ids: [] })));
  const listening = startRelay({ ...common, store: other.store, peer: deaf });
  const told: (string | undefined)[] = [];
  const peer = peerThat((name, body, answer) => {
    if (name !== 'events') return Promise.resolve(answer.parse(listening.offered(body)));
    for (const one of toldEventsSchema.parse(body).events) told.push(toldEventSchema.parse(one).verdict?.end);
    return Promise.resolve(answer.parse(listening.told(body)));
  });
  const relay = startRelay({ ...common, store: teller.store, peer });
  closing.unshift(
    () => relay.stop(),
    () => listening.stop(),
  );
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise((soon) => setImmediate(soon));
  };

  const receipt = testWriter({ device: writerDevice, log: systemRandom.id(), office: OFFICE }, writerKey).receive();
  const id = receipt.envelope.aggregateId;
  const isShown = (): boolean => other.store.dossiers.get(id) !== null;
  teller.store.hearing.hear([{ event: receipt, verdict: null }]);
  await rest();
  expect([told, isShown()]).toEqual([[undefined], true]);
  const says = (end: Verdict['end'], at: number): void =>
    teller.store.transact(() => teller.store.outbox.settle(verdictOf(teller.folder, receipt, end, at), id));
  says('quarantined', 1);
  await rest();
  expect([told, isShown()]).toEqual([[undefined, 'quarantined'], false]);
  says('applied', 2);
  await rest();
  expect([told, isShown()]).toEqual([[undefined, 'quarantined', 'applied'], true]);
});
