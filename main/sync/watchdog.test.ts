import { expect, test } from 'vitest';
import { z } from 'zod';
import { virtualClock, type VirtualClock } from '../../tests/harness/virtual-clock.ts';
import type { Province } from './province.ts';
import { askedInRounds, watchRound } from './watchdog.ts';

/** A minute in which nothing moves ends a round, and nothing of that round comes back. */

const minute = 60_000;

/** Time goes by, and whatever waits for its turn has it. */
async function pass(clock: VirtualClock, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 1000) {
    clock.advance(Math.min(1000, ms - gone));
    await Promise.resolve();
  }
}

test('a minute with nothing moved ends it, and soon after; what moved begins another', async () => {
  const clock = virtualClock(0);
  const watch = watchRound(clock);
  await pass(clock, minute);
  expect(watch.isOver()).toBe(false);
  watch.moved();
  await pass(clock, minute);
  expect(watch.isOver()).toBe(false);
  await pass(clock, minute / 6);
  expect(watch.isOver()).toBe(true);
  await expect(watch.struck).rejects.toMatchObject({ code: 'DT-07' });
});

test('the wall clock set by years says nothing', async () => {
  const clock = virtualClock(0);
  const watch = watchRound(clock);
  clock.setWall(10 * 365 * 86_400_000);
  await pass(clock, minute / 2);
  expect(watch.isOver()).toBe(false);
});

test('a round that has ended is not watched', async () => {
  const clock = virtualClock(0);
  const watch = watchRound(clock);
  watch.end();
  await pass(clock, 3 * minute);
  expect(watch.isOver()).toBe(false);
});

test('a computer that slept has had one look, however long it slept', () => {
  const clock = virtualClock(0);
  const watch = watchRound(clock);
  clock.advance(60 * minute);
  expect(watch.isOver()).toBe(false);
});

/** A province whose answers come when the test lets them. */
function slow(): { readonly province: Province; readonly answer: (reply: unknown) => void } {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const later = async (_method: string, _target: string, _body: unknown, schema: z.ZodType) =>
    schema.parse(await promise);
  return { province: { request: later, witnessed: later } as unknown as Province, answer: resolve };
}

test('a request under way ends with its round though it is never answered, and another round asks anew', async () => {
  const clock = virtualClock(0);
  let watch = watchRound(clock);
  const { province, answer } = slow();
  const asked = askedInRounds(province, () => watch);
  const first = asked.request('GET', '/v1/reference?x=1', null, z.string());
  expect(watch.asking()).toBe('/v1/reference');
  await pass(clock, 2 * minute);
  await expect(first).rejects.toMatchObject({ code: 'DT-07' });
  await expect(asked.request('GET', '/v1/reference', null, z.string())).rejects.toMatchObject({ code: 'DT-07' });
  watch = watchRound(clock);
  const second = asked.request('GET', '/v1/reference', null, z.string());
  answer('here');
  await expect(second).resolves.toBe('here');
});

test.each([
  ['/v1/pull?limit=500', false],
  ['/v1/push', true],
])('an answer to %s moves a round; to a push only the verdicts in it do', async (target, isOver) => {
  const clock = virtualClock(0);
  const watch = watchRound(clock);
  const { province, answer } = slow();
  answer('here');
  await pass(clock, minute);
  await askedInRounds(province, () => watch).witnessed('GET', target, null, z.string());
  await pass(clock, minute / 6);
  expect(watch.isOver()).toBe(isOver);
});
