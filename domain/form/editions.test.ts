import { expect, test } from 'vitest';
import { currentTemplate, editionOf, findTemplate, nextEditionId, type SlipEdition } from './editions.ts';
import { slipForms } from './slip-values.ts';
import { mau02Template } from './templates/mau-02.ts';

const edition = (number: number, validFrom: string): SlipEdition => ({
  template: { ...mau02Template, id: `mau-02@${number}`, name: `bản ${number}` },
  validFrom,
});
const editions = [edition(3, '2027-03-01'), edition(2, '2027-01-01'), edition(10, '2027-06-01')];

test.each([
  ['2026-11-23', 'mau-02@1'],
  ['2027-01-01', 'mau-02@2'],
  ['2027-02-28', 'mau-02@2'],
  ['2027-03-01', 'mau-02@3'],
  // By number, not by letters.
  ['2027-06-01', 'mau-02@10'],
])('on %s slips are made with %s', (date, id) => {
  expect(currentTemplate('02', date, editions).id).toBe(id);
});

test('an older edition made valid later does not come back', () => {
  expect(currentTemplate('02', '2028-01-01', [...editions, edition(5, '2027-12-01')]).id).toBe('mau-02@10');
});

test('without stored editions, and before any, the shipped one is used', () => {
  for (const form of slipForms) expect(currentTemplate(form, '2026-11-23', []).form).toBe(form);
  expect(currentTemplate('02', '2020-01-01', []).id).toBe('mau-02@1');
});

test('an old slip is drawn with its own edition, whatever holds today', () => {
  expect(findTemplate('mau-02@2', editions)?.name).toBe('bản 2');
  expect(findTemplate('mau-02@1', editions)).toBe(mau02Template);
  expect(findTemplate('mau-02@4', editions)).toBeNull();
});

test('the next edition takes the next number', () => {
  expect(nextEditionId('02', editions)).toBe('mau-02@11');
  expect(nextEditionId('handover-list', editions)).toBe('handover-list@2');
});

test.each([
  ['mau-02@3', { form: '02', number: 3 }],
  ['day-close@12', { form: 'day-close', number: 12 }],
  ['mau-08@1', null],
  ['mau-02@01', null],
  ['mau-02', null],
  ['mau-02@3 ', null],
])('%j', (id, expected) => {
  expect(editionOf(id)).toEqual(expected);
});
