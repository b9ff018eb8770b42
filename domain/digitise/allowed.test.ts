import { expect, test } from 'vitest';
import { mayDigitise } from './allowed.ts';

const paper = (over: Partial<NonNullable<Parameters<typeof mayDigitise>[0]>>) => ({
  group: 'submit' as const,
  copies: 0,
  ...over,
});

test('an identity paper that is only shown cannot be made into a file', () => {
  expect(mayDigitise(paper({ role: 'identity', group: 'present', copies: 0 }), 'TUY-THAN').may).toBe(false);
  // Not even under another name: the catalogue knows what it is.
  expect(mayDigitise(paper({ role: 'identity', group: 'present', copies: 1 }), 'KHAC').may).toBe(false);
});

test('an identity paper handed in as an original alone is not to be copied either', () => {
  expect(mayDigitise(paper({ role: 'identity', copies: 0 }), null).may).toBe(false);
});

test('where the procedure keeps a copy of it, it may', () => {
  expect(mayDigitise(paper({ role: 'identity', copies: 1 }), 'TUY-THAN').may).toBe(true);
  expect(mayDigitise(paper({ role: 'identity', certifiedCopies: 1 }), 'TUY-THAN').may).toBe(true);
});

test('an ID card cannot come in as some other paper, or as none of the procedure’s', () => {
  expect(mayDigitise(null, 'TUY-THAN').may).toBe(false);
  expect(mayDigitise(paper({ role: 'form', copies: 1 }), 'TUY-THAN').may).toBe(false);
});

test('every other paper may, also one that is only shown', () => {
  expect(mayDigitise(paper({ group: 'present' }), 'HO-TICH').may).toBe(true);
  expect(mayDigitise(paper({ role: 'residence' }), null).may).toBe(true);
  expect(mayDigitise(null, 'KHAC').may).toBe(true);
});
