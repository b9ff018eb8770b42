import { expect, test } from 'vitest';
import { shippedTemplates } from '../domain/form/templates/index.ts';
import { mau02Template } from '../domain/form/templates/mau-02.ts';
import { slipEditionSchema, slipTemplateSchema } from './slip-template.ts';

test.each(shippedTemplates.map((template) => [template.id, template] as const))('%s is what it was', (_, template) => {
  expect(slipTemplateSchema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template);
});

const changed = (change: object): unknown => ({ ...mau02Template, ...change });
const withBlock = (block: object): unknown => changed({ blocks: [block] });

test.each([
  ['a key nobody knows', changed({ html: '<p>' })],
  ['a block nobody knows', withBlock({ kind: 'script', text: 'x' })],
  ['a key nobody knows in a block', withBlock({ kind: 'note', parts: [], style: 'position:fixed' })],
  ['a part that is both', withBlock({ kind: 'note', parts: [{ text: 'x', field: 'y' }] })],
  ['a style nobody knows', withBlock({ kind: 'note', parts: [{ text: 'x', style: 'huge' }] })],
  ['a name that is none', withBlock({ kind: 'note', parts: [{ field: '__proto__' }] })],
  ['a line break', withBlock({ kind: 'note', parts: [{ text: 'a\nb' }] })],
  ['a line separator', withBlock({ kind: 'note', parts: [{ text: 'a\u2028b' }] })],
  ['text in parts', withBlock({ kind: 'note', parts: [{ text: 'e\u0302' }] })],
  ['a lone surrogate', withBlock({ kind: 'note', parts: [{ text: '\uD800' }] })],
  ['too long a text', withBlock({ kind: 'note', parts: [{ text: 'x'.repeat(501) }] })],
  ['too many parts', withBlock({ kind: 'note', parts: Array.from({ length: 31 }, () => ({ text: 'x' })) })],
  ['too many blocks', changed({ blocks: Array.from({ length: 81 }, () => ({ kind: 'note', parts: [] })) })],
  ['no block', changed({ blocks: [] })],
  ['no copy', changed({ copies: [] })],
  ['a margin like a field', changed({ margins: { top: 61, right: 9, bottom: 9, left: 9 } })],
  ['a size too fine for a style', changed({ type: { ...mau02Template.type, body: { size: 10.123, line: 14 } } })],
  ['letters nobody can read', changed({ type: { ...mau02Template.type, body: { size: 2, line: 14 } } })],
  ['no number', changed({ type: { ...mau02Template.type, body: { size: Number.NaN, line: 14 } } })],
  ['another paper', changed({ paper: 'a3' })],
  ['a form nobody knows', changed({ form: '08' })],
  ['an id without a number', changed({ id: 'mau-02' })],
  ['an id from 0', changed({ id: 'mau-02@0' })],
])('%s is refused', (_, template) => {
  expect(slipTemplateSchema.safeParse(template).success).toBe(false);
});

test('an edition has the day from which it holds', () => {
  expect(slipEditionSchema.safeParse({ template: mau02Template, validFrom: '2027-01-01' }).success).toBe(true);
  expect(slipEditionSchema.safeParse({ template: mau02Template, validFrom: '2027-02-30' }).success).toBe(false);
});
