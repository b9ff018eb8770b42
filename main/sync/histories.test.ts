import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { newSigningKey } from '../../contract/signing.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import type { Store } from '../store/store.ts';
import { takeHistories } from './histories.ts';
import { ProvinceRefused, type Province } from './province.ts';

/** A desk whose feed has not begun takes in whole histories: where it goes on, and what another epoch means meanwhile. */

const EPOCH = '019ab000-0000-7000-8000-0000000000e0';
const NEXT = '019ab000-0000-7000-8000-0000000000e1';

const writer = testWriter(
  { device: '019ab000-0000-7000-8000-0000000000d1', log: '019ab000-0000-7000-8000-0000000000a1', office: 'xa-29905' },
  newSigningKey(),
);
const histories = Array.from({ length: 3 }, () => {
  const received = writer.receive();
  return [received, writer.slip(received)];
});

let own: OpenedStore;
beforeEach(async () => {
  own = await openedStore();
});
afterEach(() => own.close());

interface Answer {
  readonly epoch: string;
  readonly events: readonly LogEvent[];
  readonly at: string | null;
}
const answer = (n: number, at: string | null, epoch = EPOCH): Answer => ({ epoch, events: histories[n] ?? [], at });

/** @returns what was asked, and whether anything new came */
async function take(answers: readonly (Answer | Error)[], over: { store?: Store; stopAfter?: number } = {}) {
  const asked: string[] = [];
  const store = over.store ?? own.store;
  const province = {
    witnessed: (_method: string, target: string, _json: null, schema: z.ZodType) => {
      const next = answers[asked.length];
      asked.push(target.replace('/v1/pull/history?limit=500', ''));
      if (next === undefined || next instanceof Error) return Promise.reject(next ?? new Error('asked too often'));
      const verdicts = next.events.map((event) => unsignedVerdict(event));
      const reply = { ...next, verdicts, cursor: 'Yw', left: next.at === null ? 0 : 9 };
      return Promise.resolve({ reply: schema.parse(reply), isSigned: true });
    },
  } as unknown as Province;
  let pages = 0;
  const fresh = await takeHistories({
    store,
    province,
    clock: virtualClock(0),
    serverPublicKey: '',
    progressed: () => (pages += 1),
    between: { isDue: () => false, go: () => Promise.resolve() },
    stopped: () => pages >= (over.stopAfter ?? Infinity),
  });
  return { asked, fresh };
}
const held = (): boolean[] => histories.map(([first]) => own.store.log?.hashOf(first?.envelope.id ?? '') !== null);

test('page after page, and with the last of them the place from which the feed goes on', async () => {
  expect(await take([answer(0, 'YQ'), answer(1, 'Yg'), answer(2, null)])).toEqual({
    asked: ['', '&at=YQ', '&at=Yg'],
    fresh: true,
  });
  expect([held(), own.store.meta.get('feed')]).toEqual([[true, true, true], { epoch: EPOCH, cursor: 'Yw' }]);
  // The feed has begun: nothing more is asked.
  expect(await take([])).toEqual({ asked: [], fresh: false });
});

test('after a stop it goes on where it was, and the feed has not begun before the last page is in', async () => {
  await take([answer(0, 'YQ'), answer(1, 'Yg')], { stopAfter: 1 });
  expect([held(), own.store.meta.get('feed')]).toEqual([[true, false, false], null]);
  expect((await take([answer(1, 'Yg'), answer(2, null)])).asked).toEqual(['&at=YQ', '&at=Yg']);
  expect(held()).toEqual([true, true, true]);
});

test('a server that does not know the way is asked for its feed, any other refusal is told', async () => {
  const refusal = (status: number) => new ProvinceRefused(status, 'SV-02', null);
  expect(await take([refusal(404)])).toEqual({ asked: [''], fresh: false });
  expect(own.store.meta.get('feed')).toBeNull();
  await expect(take([refusal(503)])).rejects.toThrow(ProvinceRefused);
});

test('a province put back from a copy meanwhile is compared with, and given all papers again', async () => {
  await take([answer(0, 'YQ'), answer(1, 'Yg')], { stopAfter: 1 });
  // What was confirmed since the first page can be lost with the next epoch.
  expect(own.store.meta.get('compared')).toBe(EPOCH);
  let again = 0;
  const toSend = { ...own.store.toSend, sendAllAgain: () => void (again += 1) };
  const store = Object.create(own.store, { toSend: { value: toSend } }) as Store;
  await take([answer(0, 'Yg', NEXT), answer(1, 'Yw', NEXT), answer(2, null, NEXT)], { store });
  expect([again, own.store.meta.get('feed'), own.store.meta.get('compared')]).toEqual([
    1,
    { epoch: NEXT, cursor: 'Yw' },
    EPOCH,
  ]);
});

test('a server that answers with the same place again is not asked for ever', async () => {
  await expect(take([answer(0, 'YQ'), answer(1, 'YQ')])).rejects.toMatchObject({ code: 'DT-02' });
});
