import { expect, test } from 'vitest';
import { isPin } from './secrets.ts';
import { textSizes } from './text-sizes.ts';

test('a PIN has 6 to 12 digits and nothing else', () => {
  expect(['123456', '123456789012'].every(isPin)).toBe(true);
  expect(['12345', '1234567890123', '12345a', ' 123456', ''].some(isPin)).toBe(false);
});

test('each text size is found again by its key', () => {
  expect(textSizes.keys.map((key) => textSizes.keyOf(textSizes.sizeOf(key)))).toEqual(['100', '115', '130']);
});
