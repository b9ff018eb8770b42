import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';

test('bytes come back as they went, in letters an address takes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toMatch(/^[\w-]*$/);
      expect(text).toHaveLength(Math.ceil((bytes.length * 4) / 3));
      expect([...fromBase64url(text)]).toEqual([...bytes]);
    }),
  );
});

test('more than one portion of letters is one text', () => {
  const bytes = Uint8Array.from({ length: 0x8000 * 2 + 5 }, (_byte, at) => at % 251);
  expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes]);
});
