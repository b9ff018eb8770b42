import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Catalogue } from '../domain/procedure/catalogue.ts';
import type { OfficeTable } from '../domain/procedure/office.ts';
import { type catalogueSchema, type officeTableSchema, paperRule, plainText, timeRule } from './catalogue.ts';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

test('the schemas give exactly the types of the domain (the type check fails otherwise)', () => {
  const catalogue: Same<DeepReadonly<z.output<typeof catalogueSchema>>, DeepReadonly<Catalogue>> = true;
  const offices: Same<DeepReadonly<z.output<typeof officeTableSchema>>, DeepReadonly<OfficeTable>> = true;
  expect([catalogue, offices]).toEqual([true, true]);
});

test.each([['tiếng Việt'.normalize('NFD')], [' a'], ['a '], ['a  b'], ['a\nb'], ['']])(
  'the text %j is refused',
  (text) => {
    expect(plainText.safeParse(text).success).toBe(false);
  },
);

test.each([
  ['DAY', 0, true],
  ['WORKING_DAY', null, true],
  ['SAME_DAY', 1, true],
  ['UNKNOWN', 1, false],
  ['UNKNOWN', null, true],
])('a time of unit %s, value %s, certain %s is refused', (unit, value, certain) => {
  expect(timeRule.safeParse({ channel: null, basis: 'Luật thử', unit, value, certain }).success).toBe(false);
});

test('a paper with a field nobody knows is refused', () => {
  const paper = { id: 'a', name: 'Giấy', group: 'submit', originals: 1, copies: 0, need: 'always' };
  expect(paperRule.safeParse(paper).success).toBe(true);
  expect(paperRule.safeParse({ ...paper, colour: 'red' }).success).toBe(false);
});
