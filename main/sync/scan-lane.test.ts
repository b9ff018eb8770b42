import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OFFICE } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { namingBody } from '../../tests/harness/scan-facts.ts';
import { seededRandomness, silentLog } from '../../tests/harness/test-desk.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { json, receivedBody } from '../../tests/harness/writer.ts';
import type { Store } from '../store/store.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { startScanLane } from './scan-lane.ts';

/** More files wait than are looked at in one go. */

const NOON = Date.parse('2026-11-23T12:00:00+07:00');
const MANY = 203;
const random = seededRandomness('scan lane');

let opened: OpenedStore;
let store: Store;

beforeEach(async () => {
  opened = await openedStore();
  ({ store } = opened);
});
afterEach(() => opened.close());

interface Paper {
  readonly bytes: number;
  readonly since: number;
}

/** A dossier for each, that names a file of so many bytes since then; all of it is at the province. */
async function digitise(papers: readonly Paper[]): Promise<void> {
  const kept: (Paper & { readonly hash: string })[] = [];
  for (const paper of papers) kept.push({ ...paper, hash: await store.vault.put(randomBytes(paper.bytes)) });
  const entries = kept.flatMap(({ hash, bytes, since }) => {
    const of = { aggregate: 'dossier' as const, aggregateId: random.id(), version: 1, actor: 'u-1', approvedBy: null };
    const stamp = () => ({ id: random.id(), salt: 'aabbccdd', at: { device: since, offset: 0 } });
    const first = stamp();
    const received = { ...of, after: [], type: 'dossier.received', body: json(receivedBody({ office: OFFICE })) };
    const named = { ...of, after: [first.id], type: 'dossier.paperDigitised', body: json(namingBody(hash, bytes)) };
    return [
      { event: received, stamp: first },
      { event: named, stamp: stamp() },
    ];
  });
  const add = (): void =>
    kept.forEach(({ hash, bytes, since }) => store.scans.add({ hash, bytes, pages: 1, kind: 'pdf' }, since));
  const events = store.record(() => ({ now: NOON, events: entries, also: add }));
  store.transact(() =>
    events.forEach((event) => store.outbox.settle(unsignedVerdict(event), event.envelope.aggregateId)),
  );
}

/** Lets the lane work for so many minutes against a province that fails each time. @returns the sizes it was asked to take */
async function askedFor(minutes: number): Promise<number[]> {
  const clock = virtualClock(NOON);
  const asked: number[] = [];
  const bytes = (_method: string, _target: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(Number(headers['upload-length']));
    return Promise.reject(new ProvinceRefused(500, 'GN-03', null));
  };
  // Only what is asked for here.
  const province = { bytes } as unknown as Province;
  const told = { log: silentLog, ceiling: () => 0, changed: () => undefined };
  const lane = startScanLane({ store, clock, random, province, serverPublicKey: '', ...told });
  for (let minute = 0; minute < minutes; minute++) {
    await lane.settled();
    clock.advance(60_000);
  }
  await lane.stop();
  return asked;
}

test('hundreds of small files that fail for ever hide no larger one, and what has waited an hour goes before all of them', async () => {
  const small = Array.from({ length: MANY }, (_, n) => ({ bytes: 20 + n, since: NOON }));
  await digitise([...small, { bytes: 5_000, since: NOON }, { bytes: 9_000, since: NOON - 2 * 3_600_000 }]);
  const asked = await askedFor(MANY + 4);
  expect(asked[0]).toBe(9_000);
  expect(asked).toContain(5_000);
});
