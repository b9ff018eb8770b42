import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { OFFICE, usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import type { Store } from './store.ts';

/** What another desk told through the hall, and the province keeps apart or lets in afterwards. */

let opened: OpenedStore;
let store: Store;
let writer: TestWriter;

beforeEach(async () => {
  opened = await openedStore();
  ({ store } = opened);
  writer = testWriter({ device: systemRandom.id(), log: systemRandom.id(), office: OFFICE }, newSigningKey());
});
afterEach(() => opened.close());

const verdictOn = (event: LogEvent, end: Verdict['end'], at: number): Verdict =>
  unsignedVerdict(event, { end, at, reason: end === 'quarantined' ? 'XV-06' : null });
const hear = (event: LogEvent, verdict: Verdict | null = null): string[] => store.hearing.hear([{ event, verdict }]);
const judge = (event: LogEvent, end: Verdict['end'], at: number): void =>
  store.transact(() => store.outbox.settle(verdictOn(event, end, at), event.envelope.aggregateId));
const slipsOf = (id: string): number | undefined => store.dossiers.get(id)?.slips.length;

test('a dossier is shown without what is kept apart of it, and with it once that is let in', () => {
  const receipt = writer.receive();
  const slip = writer.slip(receipt);
  const id = receipt.envelope.aggregateId;
  hear(receipt);
  hear(slip);
  expect(slipsOf(id)).toBe(1);
  judge(slip, 'quarantined', 1);
  expect(slipsOf(id)).toBe(0);
  // What is written now does not come after it.
  expect(store.dossiers.get(id)?.heads).toEqual([receipt.envelope.id]);
  judge(slip, 'flagged', 2);
  expect(slipsOf(id)).toBe(1);
});

test('a dossier whose receipt is kept apart is shown nowhere, found by nothing, and comes back whole', () => {
  const receipt = writer.receive();
  const id = receipt.envelope.aggregateId;
  const code = (receipt.body as { readonly code: { readonly text: string } }).code.text;
  hear(receipt);
  hear(writer.slip(receipt));
  expect(store.dossiers.byCode(code)?.id).toBe(id);
  judge(receipt, 'quarantined', 1);
  expect([store.dossiers.get(id), store.dossiers.byCode(code), store.dossiers.recent(5)]).toEqual([null, null, []]);
  expect(store.dossiers.search(code, 5)).toEqual([]);
  judge(receipt, 'applied', 2);
  expect(store.dossiers.byCode(code)?.slips).toHaveLength(1);
  expect(store.dossiers.search(code, 5).map((view) => view.id)).toEqual([id]);
});

test('what this desk wrote itself it goes on showing', () => {
  const own = testWriter({ device: usualSeat.device, log: systemRandom.id(), office: OFFICE }, opened.folder.deviceKey);
  const receipt = own.receive();
  hear(receipt);
  judge(receipt, 'quarantined', 1);
  expect(store.dossiers.get(receipt.envelope.aggregateId)?.id).toBe(receipt.envelope.aggregateId);
});

test('the word that it is kept apart is told on, and the later of two words stands in whatever order they come', () => {
  const receipt = writer.receive();
  const id = receipt.envelope.aggregateId;
  hear(receipt);
  const told = store.hearing.newest();
  judge(receipt, 'quarantined', 1);
  const { events } = store.hearing.after(told, 10, null);
  expect(events.map(({ event, verdict, isAnew }) => [event.envelope.id, verdict?.end, isAnew])).toEqual([
    [receipt.envelope.id, 'quarantined', true],
  ]);
  hear(receipt, verdictOn(receipt, 'applied', 2));
  expect(store.dossiers.get(id)?.id).toBe(id);
  hear(receipt, verdictOn(receipt, 'quarantined', 1));
  expect(store.dossiers.get(id)?.id).toBe(id);
  // Whoever never heard of it keeps it all the same, so that nobody's telling can bring it up again.
  const never = writer.receive();
  hear(never, verdictOn(never, 'quarantined', 3));
  expect(hear(never)).toEqual([]);
  expect(store.dossiers.get(never.envelope.aggregateId)).toBeNull();
});
