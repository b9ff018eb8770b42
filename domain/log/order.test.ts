import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causalOrder, concurrent, heads } from './order.ts';

interface Place {
  id: string;
  log: string;
  seq: number;
  after: string[];
}

/** A history as a few desks may write it: each event names some of the heads its writer knew. */
const history = fc
  .array(
    fc.record({ log: fc.constantFrom('a', 'b', 'c'), knows: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }) }),
    { maxLength: 12 },
  )
  .map((steps) => {
    const events: Place[] = [];
    const seq: Record<string, number> = {};
    for (const { log, knows } of steps) {
      const next = (seq[log] ?? 0) + 1;
      seq[log] = next;
      const own = events.filter((event, index) => event.log === log || knows[index] === true);
      events.push({ id: `${log}${next}`, log, seq: next, after: heads(own) });
    }
    return events;
  });

test('the order does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(
      history.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        expect(causalOrder(shuffled)).toEqual(causalOrder(events));
      },
    ),
  );
});

test('no event stands before one it names, and nothing is lost', () => {
  fc.assert(
    fc.property(
      history.chain((events) => fc.shuffledSubarray(events)),
      (some) => {
        const { ready, waiting } = causalOrder(some);
        const at = new Map(ready.map((event, index) => [event.id, index]));
        ready.forEach((event, index) => event.after.forEach((parent) => expect(at.get(parent)).toBeLessThan(index)));
        expect(ready.length + waiting.length).toBe(some.length);
        const known = new Set(some.map((event) => event.id));
        waiting.forEach((event) => expect(event.after.some((parent) => !at.has(parent))).toBe(true));
        const whole = some.every((event) => event.after.every((parent) => known.has(parent)));
        expect(whole && waiting.length > 0).toBe(false);
      },
    ),
  );
});

test('two events that did not see each other are concurrent, a chain is not', () => {
  const first = { id: 'a1', log: 'a', seq: 1, after: [] };
  const left = { id: 'a2', log: 'a', seq: 2, after: ['a1'] };
  const right = { id: 'b1', log: 'b', seq: 1, after: ['a1'] };
  const all = [first, left, right];
  expect(concurrent(left, right, all)).toBe(true);
  expect(concurrent(first, right, all)).toBe(false);
  expect(heads(all)).toEqual(['a2', 'b1']);
});
