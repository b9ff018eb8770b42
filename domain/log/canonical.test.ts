import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, type Json } from './canonical.ts';

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;

test('keys are sorted and no white space is written', () => {
  expect(canonical({ b: 1, a: [true, null, 'ễ'], đ: { z: '', y: -5 } })).toBe(
    '{"a":[true,null,"ễ"],"b":1,"đ":{"y":-5,"z":""}}',
  );
});

test('the canonical form parses back to the same value and is a fixed point', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value);
      const parsed = JSON.parse(text) as Json;
      expect(canonical(parsed)).toBe(text);
    }),
  );
});

test('the order in which members were written does not matter', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key }), (entries) => {
      expect(canonical(Object.fromEntries(entries))).toBe(canonical(Object.fromEntries([...entries].reverse())));
    }),
  );
});

test('a fraction, an unsafe integer and an undefined member are refused', () => {
  expect(() => canonical(0.5)).toThrow(RangeError);
  expect(() => canonical(2 ** 53)).toThrow(RangeError);
  expect(() => canonical({ a: undefined } as unknown as Json)).toThrow(TypeError);
});
