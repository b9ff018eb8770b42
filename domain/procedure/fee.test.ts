import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeeAmount, FeeRule } from './catalogue.ts';
import { exampleCase, exampleProcedure } from './example.ts';
import { copyPrice, dong, exemptionsFor, feeFor } from './fee.ts';

const copies = { kind: 'perPage', firstPages: 2, first: 2000, further: 1000, maxPerCopy: 200_000 } as const;
const rule = (amount: FeeAmount, change: Partial<FeeRule> = {}): FeeRule => ({
  channel: null,
  what: 'Phí',
  amount,
  legal: 'Luật thử',
  ...change,
});
const withFees = (...fees: FeeRule[]): ReturnType<typeof exampleProcedure> =>
  exampleProcedure({ cases: [exampleCase('a', { fees })] });

test.each([
  [1, 2000],
  [2, 4000],
  [3, 5000],
  [10, 12_000],
  [198, 200_000],
  [199, 200_000],
  [500, 200_000],
])('a certified copy of %i pages costs %i đ', (pages, price) => {
  expect(copyPrice(copies, pages)).toBe(price);
});

test('several documents and copies add up, and the line shows how', () => {
  const quote = feeFor(withFees(rule(copies)), 'a', 'DIRECT', {
    quantity: 1,
    documents: [
      { pages: 3, copies: 2 },
      { pages: 1, copies: 5 },
    ],
  });
  expect(quote).toMatchObject({ kind: 'fee', total: 20_000 });
  expect(quote.kind === 'fee' ? quote.lines[0]?.explanation.vi : '').toBe(
    '3 trang, 2 bản × 5.000 đ; 1 trang, 5 bản × 2.000 đ',
  );
});

test('a fee by pages without pages asks for them', () => {
  expect(feeFor(withFees(rule(copies)), 'a', 'DIRECT', { quantity: 1 })).toMatchObject({ kind: 'ask', why: 'pages' });
});

test('a fixed fee is taken as often as the quantity says', () => {
  const p = withFees(rule({ kind: 'fixed', amount: 8000, per: 'bản' }));
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 3 })).toMatchObject({ total: 24_000 });
});

test('an amount the provincial council sets is never invented', () => {
  const p = withFees(rule({ kind: 'council', listed: 150_000, per: 'lần' }));
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 1 })).toMatchObject({ kind: 'ask', why: 'council', listed: 150_000 });
});

test('one unknown part makes the whole fee a question', () => {
  const p = withFees(
    rule({ kind: 'fixed', amount: 5000, per: 'lần' }),
    rule({ kind: 'unknown', listed: null, per: 'x' }),
  );
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 1 })).toMatchObject({ kind: 'ask', why: 'unknown' });
});

test('the fee follows the channel, and a channel without a fee asks', () => {
  const p = withFees(rule({ kind: 'fixed', amount: 20_000, per: 'lần' }, { channel: 'DIRECT' }));
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 1 })).toMatchObject({ total: 20_000 });
  expect(feeFor(p, 'a', 'ONLINE', { quantity: 1 })).toMatchObject({ kind: 'ask', why: 'channel' });
});

test('an exemption of the rule makes it free, another one is refused', () => {
  const p = withFees(rule({ kind: 'council', listed: null, per: 'việc' }, { exempt: ['Hộ nghèo'] }));
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 1, exemption: 'Hộ nghèo' })).toMatchObject({ kind: 'fee', total: 0 });
  expect(() => feeFor(p, 'a', 'DIRECT', { quantity: 1, exemption: 'Bạn bè' })).toThrow(RangeError);
});

test('an exemption frees the part that names it and no other', () => {
  const p = withFees(
    rule({ kind: 'fixed', amount: 5000, per: 'lần' }, { exempt: ['Hộ nghèo', 'Người khuyết tật'] }),
    rule({ kind: 'fixed', amount: 2000, per: 'bản' }, { exempt: ['Hộ nghèo'], channel: 'DIRECT' }),
    rule({ kind: 'fixed', amount: 1000, per: 'bản' }, { exempt: ['Trẻ em'], channel: 'ONLINE' }),
  );
  expect(exemptionsFor(p, 'a', 'DIRECT')).toEqual(['Hộ nghèo', 'Người khuyết tật']);
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 3, exemption: 'Người khuyết tật' })).toMatchObject({ total: 6000 });
  expect(feeFor(p, 'a', 'DIRECT', { quantity: 3, exemption: 'Hộ nghèo' })).toMatchObject({ total: 0 });
  expect(() => feeFor(p, 'a', 'DIRECT', { quantity: 3, exemption: 'Trẻ em' })).toThrow(RangeError);
});

test('a quantity below one is refused', () => {
  expect(() => feeFor(exampleProcedure(), 'a', 'DIRECT', { quantity: 0 })).toThrow(RangeError);
});

test('money is written with dots between thousands', () => {
  expect([dong(0), dong(900), dong(8000), dong(1_234_567)]).toEqual(['0 đ', '900 đ', '8.000 đ', '1.234.567 đ']);
});

test('a copy never costs less with one page more, and never above the ceiling', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (pages) => {
      expect(copyPrice(copies, pages + 1)).toBeGreaterThanOrEqual(copyPrice(copies, pages));
      expect(copyPrice(copies, pages)).toBeLessThanOrEqual(200_000);
    }),
  );
});
