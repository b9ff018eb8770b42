import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginVoice, ended, hear, type Announcement, type VoiceQueue } from './queue.ts';

const call = (n: number, again = 0): Announcement => ({
  id: `${n}:${again}`,
  number: `A${String(n).padStart(3, '0')}`,
  counter: `Quầy ${(n % 6) + 1}`,
});

/** A voice that takes its time: what it says, from and to which moment. */
function speak(steps: readonly { readonly after: number; readonly calls: readonly Announcement[] }[], lasts: number) {
  const said: { readonly id: string; readonly from: number; readonly to: number }[] = [];
  const heardAt = new Map<string, number>();
  let queue: VoiceQueue = beginVoice([]);
  let now = 0;
  let until = Number.POSITIVE_INFINITY;
  const took = (next: VoiceQueue): void => {
    if (next.saying !== null && next.saying !== queue.saying) {
      until = now + lasts;
      said.push({ id: next.saying.id, from: now, to: until });
    }
    if (next.saying === null) until = Number.POSITIVE_INFINITY;
    queue = next;
  };
  const run = (to: number): void => {
    while (queue.saying !== null && until <= to) {
      now = until;
      took(ended(queue));
    }
    now = Math.max(now, Math.min(to, Number.MAX_SAFE_INTEGER));
  };
  for (const { after, calls } of steps) {
    run(now + after);
    for (const { id } of calls) if (!heardAt.has(id)) heardAt.set(id, now);
    took(hear(queue, calls));
  }
  run(Number.POSITIVE_INFINITY);
  return { said, heardAt, queue };
}

const steps = fc.array(
  fc.record({
    after: fc.nat({ max: 12 }),
    calls: fc.array(
      fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 2 })).map(([n, again]) => call(n, again)),
      { maxLength: 6 },
    ),
  }),
  { maxLength: 30 },
);

test('two calls never overlap, none is said twice, and every ticket called is said after its last call', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (given, lasts) => {
      const { said, heardAt, queue } = speak(given, lasts);
      for (const [index, one] of said.entries()) expect(one.from).toBeGreaterThanOrEqual(said[index - 1]?.to ?? 0);
      expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
      // The last call of each ticket is always among what was said.
      const last = new Map<string, string>();
      for (const id of heardAt.keys()) last.set(id.split(':')[0] ?? '', id);
      const ids = said.map(({ id }) => id);
      for (const id of last.values()) expect(ids).toContain(id);
      expect(queue).toMatchObject({ saying: null, waiting: [] });
    }),
    { numRuns: 500 },
  );
});

test('calls are said in the order they were heard', () => {
  const { said } = speak([{ after: 0, calls: [call(1), call(2), call(3)] }], 5);
  expect(said.map(({ id }) => id)).toEqual(['1:0', '2:0', '3:0']);
});

test('a call repeated after it was said is said again', () => {
  const { said } = speak(
    [
      { after: 0, calls: [call(1)] },
      { after: 20, calls: [call(1), call(1, 1)] },
    ],
    5,
  );
  expect(said.map(({ id }) => id)).toEqual(['1:0', '1:1']);
});

test('a call repeated before its turn is said once', () => {
  const { said } = speak(
    [
      { after: 0, calls: [call(1), call(2)] },
      { after: 1, calls: [call(2, 1)] },
    ],
    5,
  );
  expect(said.map(({ id }) => id)).toEqual(['1:0', '2:1']);
});

test('what stood there when the display began is not said', () => {
  expect(hear(beginVoice([call(1)]), [call(1)]).saying).toBeNull();
});
