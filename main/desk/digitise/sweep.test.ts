import { afterEach, beforeEach, expect, test } from 'vitest';
import { openedStore, type OpenedStore } from '../../../tests/harness/opened-store.ts';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import type { Store } from '../../store/store.ts';
import { LOOSE_DAYS, sweepScans } from './sweep.ts';

let opened: OpenedStore;
let store: Store;
const DAY = 86_400_000;

beforeEach(async () => {
  opened = await openedStore();
  ({ store } = opened);
});
afterEach(() => opened.close());

test('a file nobody knows waits its week before it goes; one a dossier names stays', async () => {
  const clock = virtualClock(0);
  const lost = await store.vault.put(Buffer.from('written, and then the power went'));
  const named = await store.vault.put(Buffer.from('in a dossier whose database came from a backup'));
  store.scans.named('dossier-1', [named]);
  const sweep = (): number => sweepScans({ store, now: () => clock.now(), changed: () => undefined });
  expect(sweep()).toBe(0);
  clock.advance(LOOSE_DAYS * DAY);
  expect(sweep()).toBe(0);
  expect(store.vault.has(lost)).toBe(true);
  clock.advance(1);
  expect(sweep()).toBe(1);
  expect(store.vault.hashes()).toEqual([named]);
  clock.advance(400 * DAY);
  expect(sweep()).toBe(0);
});
