import { expect, test } from 'vitest';
import { typedAmount } from './amount.ts';

test.each([
  ['', null],
  ['  ', null],
  ['2500000', 2_500_000],
  ['2.500.000', 2_500_000],
  ['2,500,000', 2_500_000],
  ['2 500 000', 2_500_000],
  ['0', 0],
  ['2.5', 'wrong'],
  ['hai triệu', 'wrong'],
  ['-5', 'wrong'],
  ['9999999999999', 'wrong'],
])('%s is %s', (text, amount) => {
  expect(typedAmount(text)).toBe(amount);
});
