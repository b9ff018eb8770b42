import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeRange, grantsClash, nextNumber, numbersLeft, rangesFor, type NumberGrant } from './number-range.ts';

const grant = (from: number, to: number, log = 'a', more: Partial<NumberGrant> = {}): NumberGrant => ({
  id: `${log}-${from}`,
  log,
  office: 'sa-dec',
  prefix: 'H20.57',
  from,
  to,
  validFrom: '2026-11-01',
  validTo: '2026-12-31',
  ...more,
});

test('a log uses its own ranges, of that prefix, on the days they are valid', () => {
  const grants = [
    grant(251, 500),
    grant(1, 250),
    grant(501, 750, 'b'),
    grant(751, 1000, 'a', { prefix: 'H20.58' }),
    grant(1001, 1250, 'a', { validTo: '2026-11-22' }),
  ];
  const ranges = rangesFor(grants, { log: 'a', prefix: 'H20.57', date: '2026-11-23' });
  expect(ranges.map(({ from, to }) => [from, to])).toEqual([
    [1, 250],
    [251, 500],
  ]);
});

test('numbers go up, pass to the next range, and end with the last one', () => {
  const ranges = [
    { from: 1, to: 2 },
    { from: 501, to: 502 },
  ];
  const used: number[] = [];
  for (let next = nextNumber(ranges, used); next !== null; next = nextNumber(ranges, used)) used.push(next);
  expect(used).toEqual([1, 2, 501, 502]);
  expect(numbersLeft(ranges, [1, 501])).toBe(2);
});

test('a gap below a used number is never filled', () => {
  expect(nextNumber([{ from: 1, to: 250 }], [7])).toBe(8);
  expect(nextNumber([{ from: 1, to: 7 }], [7])).toBeNull();
});

test('logs that ask in any order get ranges that never clash, and no number of a day is used twice', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
  const ask = fc.record({
    log: fc.constantFrom('a', 'b', 'c'),
    prefix: fc.constantFrom('H20.57', 'H20.58'),
    days: fc.tuple(day, day),
    amid: fc.constantFrom(null, 0, 0.5, 0.99),
    count: fc.nat({ max: 8 }),
    date: day,
  });
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 40 }), (asks) => {
      const grants: NumberGrant[] = [];
      const used = new Map<string, number[]>();
      for (const { log, prefix, days, amid, count, date } of asks) {
        const [validFrom, validTo] = days.toSorted() as [string, string]; // sorting two keeps two
        const range = freeRange(grants, { prefix, validFrom, validTo, amid }, 5);
        if (range !== null)
          grants.push(grant(range.from, range.to, log, { id: `g${grants.length}`, prefix, validFrom, validTo }));
        for (let n = 0; n < count; n += 1) {
          const key = `${log} ${prefix} ${date}`;
          const next = nextNumber(rangesFor(grants, { log, prefix, date }), used.get(key) ?? []);
          if (next !== null) used.set(key, [...(used.get(key) ?? []), next]);
        }
      }
      for (const [at, a] of grants.entries())
        for (const b of grants.slice(at + 1)) expect(grantsClash(a, b)).toBe(false);
      for (const prefix of ['H20.57', 'H20.58']) {
        for (let n = 1; n <= 28; n += 1) {
          const date = `2026-11-${String(n).padStart(2, '0')}`;
          const numbers = ['a', 'b', 'c'].flatMap((log) => used.get(`${log} ${prefix} ${date}`) ?? []);
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }
    }),
  );
});

test('grants clash only on a common number of a common day and prefix', () => {
  expect(grantsClash(grant(1, 250), grant(250, 499, 'b'))).toBe(true);
  expect(grantsClash(grant(1, 250), grant(251, 500, 'b'))).toBe(false);
  expect(grantsClash(grant(1, 250), grant(1, 250, 'b', { prefix: 'H20.58' }))).toBe(false);
  expect(grantsClash(grant(1, 250), grant(1, 250, 'b', { validFrom: '2027-01-01', validTo: '2027-02-28' }))).toBe(
    false,
  );
});

test.each([null, 0.3, 0.9])('a day has 39 whole ranges of 250 and no more, begun at %s of what is free', (amid) => {
  const grants: NumberGrant[] = [];
  const asked = { prefix: 'H20.57', validFrom: '2026-11-01', validTo: '2026-12-31', amid };
  for (let range = freeRange(grants, asked); range !== null; range = freeRange(grants, asked)) {
    grants.push(grant(range.from, range.to, `log${grants.length}`));
  }
  expect(grants.length).toBe(39);
  expect(Math.max(...grants.map(({ to }) => to))).toBe(9750);
});

test('where some may be unknown a range lies amid what is free: those were given next to the known ones', () => {
  const asked = { prefix: 'H20.57', validFrom: '2026-11-01', validTo: '2026-12-31', amid: 0.5 };
  const known = [grant(1, 250), grant(251, 500, 'b'), grant(501, 750, 'c')];
  const first = freeRange(known, asked);
  expect(first).toEqual({ from: 5251, to: 5500 });
  expect(freeRange([...known, grant(first?.from ?? 0, first?.to ?? 0, 'd')], asked)).toEqual({ from: 3001, to: 3250 });
});
