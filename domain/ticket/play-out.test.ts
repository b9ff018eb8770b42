import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playOut, takes, type Server, type Standing } from './play-out.ts';

const everybodys = new Set(['H']);

/** The same told without any shortcut: whoever of those a counter may call comes first, a claim before the others. */
function plainly(
  servers: readonly Server[],
  rows: readonly Standing[],
  seconds: readonly number[],
  claimsFirst: boolean,
): number[] {
  const starts = rows.map(() => Number.POSITIVE_INFINITY);
  const free = servers.map((server) => server.free);
  const left = new Set(rows.keys());
  for (;;) {
    const now = Math.min(...free);
    const nth = free.indexOf(now);
    const server = servers[nth];
    if (server === undefined || now === Number.POSITIVE_INFINITY) return starts;
    const mine = [...left].filter((index) => {
      const row = rows[index];
      return row !== undefined && takes(server, row, everybodys);
    });
    const here = mine.filter((index) => (rows[index]?.from ?? 0) <= now);
    const first = (claimsFirst ? here.find((index) => rows[index]?.claim === true) : undefined) ?? here[0];
    if (first === undefined) {
      free[nth] = Math.min(Number.POSITIVE_INFINITY, ...mine.map((index) => rows[index]?.from ?? 0));
    } else {
      left.delete(first);
      starts[first] = now;
      free[nth] = now + (seconds[first] ?? 0);
    }
  }
}

test('everybody is called when the plain telling of it says, with claims first or without', () => {
  const letters = fc.constantFrom('A', 'B', 'H');
  const row = fc.record({
    series: letters,
    counter: fc.constantFrom(null, null, null, 'q0'),
    claim: fc.boolean(),
    from: fc.constantFrom(0, 0, 0, 40, 200),
    seconds: fc.integer({ min: 1, max: 300 }),
  });
  const server = fc.record({ series: fc.uniqueArray(letters), free: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(
      fc.array(server, { minLength: 1, maxLength: 4 }),
      fc.array(row, { maxLength: 20 }),
      fc.boolean(),
      (counters, standing, claimsFirst) => {
        const servers = counters.map(({ series, free }, n) => ({ id: `q${n}`, series: new Set(series), free }));
        const seconds = standing.map((each) => each.seconds);
        const how = { everybodys, seconds: (index: number) => seconds[index] ?? 0, claimsFirst };
        expect(playOut(servers, standing, how)).toEqual(plainly(servers, standing, seconds, claimsFirst));
      },
    ),
    { numRuns: 500 },
  );
});
