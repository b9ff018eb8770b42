import { expect, test } from 'vitest';
import { chanceOf } from '../sync/simulation/chance.ts';
import { newCoverage } from '../sync/simulation/coverage.ts';
import { simLine } from '../sync/simulation/line.ts';
import { newStory } from '../sync/simulation/story.ts';
import { simTime } from '../sync/simulation/time.ts';

test('on a slow machine the real limit of a request goes by first: its desk ends all the same', async () => {
  const line = simLine({
    time: simTime(0),
    server: () => {
      throw new Error('nothing arrives');
    },
    draws: () => chanceOf(1),
    coverage: newCoverage(),
    story: newStory(),
  });
  const fetch = line.fetchOf({ name: 'counter', mood: () => 'calm', isAlive: () => true });
  const limit = new AbortController();
  const ending = new AbortController();
  const signal = AbortSignal.any([limit.signal, ending.signal]);
  let outcome = 'under way';
  const asked = fetch('http://x/v1/time', { signal }).catch((error: Error) => {
    outcome = error.name;
  });
  limit.abort(new DOMException('late', 'TimeoutError'));
  ending.abort();
  await Promise.resolve();
  expect(outcome).toBe('under way');
  line.hangUp('unit');
  line.hangUp('counter');
  await asked;
  expect(outcome).toBe('AbortError');
});
