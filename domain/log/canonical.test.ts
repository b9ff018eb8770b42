import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, isSameJson, type Json } from './canonical.ts';

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

test('two values are the same where their canonical forms are, whatever the order of their members', () => {
  const shuffled = (value: Json): Json =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map((each: Json) => shuffled(each))
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, each]): [string, Json] => [key, shuffled(each)]),
          );
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSameJson(one, shuffled(one))).toBe(true);
      expect(isSameJson(one, other)).toBe(canonical(one) === canonical(other));
    }),
  );
});

test('a member missing, too many, of another kind or in another place of a list is another value', () => {
  expect(isSameJson({ a: 1 }, { a: 1, b: 1 })).toBe(false);
  expect(isSameJson({ a: 1, b: 1 }, { a: 1, c: 1 })).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
  expect(isSameJson([], {})).toBe(false);
  expect(isSameJson({}, null)).toBe(false);
});

test('a fraction, an unsafe integer and an undefined member are refused', () => {
  expect(() => canonical(0.5)).toThrow(RangeError);
  expect(() => canonical(2 ** 53)).toThrow(RangeError);
  expect(() => canonical({ a: undefined } as unknown as Json)).toThrow(TypeError);
});

test('any text is written as the engine writes it, also where members have to be put in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
      const quoted = JSON.stringify(text);
      expect(canonical({ b: text, a: text })).toBe(`{"a":${quoted},"b":${quoted}}`);
      expect(JSON.parse(canonical({ [`${name}b`]: 1, [`${name}a`]: 2 }))).toEqual({ [`${name}a`]: 2, [`${name}b`]: 1 });
    }),
  );
  for (const text of ['"', '\\', '\ud800', '\udfff', '\u0000', '\u007f', '\u2028', '😀']) {
    expect(canonical({ b: text, a: 1 })).toBe(`{"a":1,"b":${JSON.stringify(text)}}`);
  }
});
