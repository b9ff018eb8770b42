import { expect, inject, test } from 'vitest';
import { prepare } from './prepared.ts';
import { simulate } from './simulate.ts';

test('a seed tells the same story again', async () => {
  const prepared = await prepare(inject('postgresUrl'));
  try {
    // With a hall.
    const tell = async (): Promise<string> =>
      (await simulate(prepared, { seed: 5, steps: 40, without: new Set() })).digest;
    expect(await tell()).toBe(await tell());
  } finally {
    prepared.remove();
  }
}, 120_000);
