import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cashDifference,
  cashListOf,
  countOf,
  denominations,
  stillOwed,
  waysPaid,
  type MoneyFact,
} from './cash-list.ts';

let n = 0;
const fact = (over: Partial<MoneyFact> = {}): MoneyFact => ({
  paymentId: `p${(n += 1)}`,
  dossierId: 'd1',
  code: 'H20.57-261123-0304',
  payer: 'Nguyễn Thị Hồng Nhung',
  procedure: 'Xác nhận tình trạng hôn nhân',
  amount: 15_000,
  how: 'cash',
  receiptNumber: '0012345',
  note: '',
  counter: 'Quầy 3',
  officer: 'ngan',
  at: '2026-11-23T10:42:00',
  ...over,
});
const today = { day: '2026-11-23', counter: 'Quầy 3' } as const;

test('a day at a counter: what was taken and given back, by way, and what must lie in the drawer', () => {
  const list = cashListOf(
    [
      fact({ at: '2026-11-23T16:58:00', amount: -8000, receiptNumber: '', note: 'thu thừa' }),
      fact({ amount: 150_000, how: 'transfer', receiptNumber: '' }),
      fact(),
      fact({ at: '2026-11-23T07:31:00', amount: 8000 }),
      fact({ how: 'online', amount: 20_000 }),
      fact({ counter: 'Quầy 4' }),
      fact({ at: '2026-11-22T10:42:00' }),
    ],
    today,
  );
  expect(list.rows.map((row) => row.amount)).toEqual([8000, 150_000, 15_000, 20_000, -8000]);
  expect(list).toMatchObject({
    taken: { cash: 23_000, transfer: 150_000, online: 20_000 },
    givenBack: { cash: 8000, transfer: 0, online: 0 },
    cash: 15_000,
    total: 185_000,
    withoutReceipt: 1,
  });
});

test('a day with nothing in it is a list of nothing', () => {
  expect(cashListOf([], today)).toMatchObject({ rows: [], cash: 0, total: 0, givenBack: { cash: 0 } });
  expect(Object.is(cashListOf([], today).givenBack.cash, 0)).toBe(true);
});

test('a drawer is counted by its notes; the change of the morning is not income', () => {
  const counted = countOf([
    { value: 500_000, count: 1 },
    { value: 20_000, count: 3 },
    { value: 200, count: 0 },
  ]);
  expect(counted).toBe(560_000);
  expect(cashDifference({ counted, opening: 500_000, expected: 60_000 })).toBe(0);
  expect(cashDifference({ counted, opening: 500_000, expected: 75_000 })).toBe(-15_000);
  expect([...denominations].toSorted((a, b) => b - a)).toEqual([...denominations]);
});

test('what is owed goes down with each payment and comes back with what is given back', () => {
  expect(stillOwed(15_000, [])).toBe(15_000);
  expect(stillOwed(15_000, [{ amount: 15_000 }])).toBe(0);
  expect(stillOwed(8000, [{ amount: 15_000 }])).toBe(-7000);
  expect(stillOwed(8000, [{ amount: 15_000 }, { amount: -7000 }])).toBe(0);
});

const facts = fc.array(
  fc
    .record({
      paymentId: fc.stringMatching(/^[a-f]{2}$/),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0),
      how: fc.constantFrom(...waysPaid),
      counter: fc.constantFrom('Quầy 3', 'Quầy 4'),
      at: fc.constantFrom('2026-11-23T00:00:00', '2026-11-23T10:42:00', '2026-11-23T23:59:59', '2026-11-24T00:00:00'),
    })
    .map((over) => fact(over)),
  { maxLength: 30 },
);

test('whatever order the facts come in, and however often, the list is the same and adds up', () => {
  fc.assert(
    fc.property(facts, fc.integer(), (some, turn) => {
      const once = [...new Map(some.map((each) => [each.paymentId, each])).values()];
      const turned = [...once.slice(turn % (once.length + 1)), ...once].toReversed();
      const list = cashListOf(once, today);
      expect(cashListOf(turned, today)).toEqual(list);
      const sum = waysPaid.reduce((all, how) => all + list.taken[how] - list.givenBack[how], 0);
      expect(sum).toBe(list.total);
      expect(list.cash).toBe(list.taken.cash - list.givenBack.cash);
      const all = cashListOf(once, { ...today, counter: null });
      const other = cashListOf(once, { ...today, counter: 'Quầy 4' });
      expect(all.total).toBe(list.total + other.total);
      expect(all.rows).toHaveLength(list.rows.length + other.rows.length);
    }),
  );
});
