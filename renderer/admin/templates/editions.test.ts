import { expect, test } from 'vitest';
import type { PublishedEdition } from '../../../contract/slip-template.ts';
import { mau02Template } from '../../../domain/form/templates/mau-02.ts';
import { editionRows, hasBadMeasure } from './editions.ts';

const edition = (number: number, validFrom: string): PublishedEdition => ({
  template: { ...mau02Template, id: `mau-02@${number}` },
  validFrom,
  office: 'xa-29905',
  publishedBy: 'Trần Quốc Bảo',
  publishedAt: 1,
});

const states = (published: readonly PublishedEdition[], today: string) =>
  editionRows(published, today)
    .filter(({ form }) => form === '02')
    .map(({ id, state }) => `${id} ${state}`);

test('one edition of a form is in use; those to come and those gone by are told apart', () => {
  const published = [edition(2, '2026-11-01'), edition(3, '2026-12-01')];
  expect(states(published, '2026-11-23')).toEqual(['mau-02@3 later', 'mau-02@2 now', 'mau-02@1 past']);
  expect(states(published, '2026-12-01')).toEqual(['mau-02@3 now', 'mau-02@2 past', 'mau-02@1 past']);
});

test('an edition a later one overtakes before its day never comes', () => {
  const published = [edition(2, '2026-12-15'), edition(3, '2026-12-01')];
  expect(states(published, '2026-11-23')).toEqual(['mau-02@3 later', 'mau-02@2 past', 'mau-02@1 now']);
});

test('a form nobody changed has the edition it came with', () => {
  expect(editionRows([], '2026-11-23').every(({ state, published }) => state === 'now' && published === null)).toBe(
    true,
  );
});

test('a measure that is no number is found wherever it is typed', () => {
  expect(hasBadMeasure(mau02Template)).toBe(false);
  expect(hasBadMeasure({ ...mau02Template, margins: { ...mau02Template.margins, left: NaN } })).toBe(true);
  const { type } = mau02Template;
  expect(hasBadMeasure({ ...mau02Template, type: { ...type, note: { size: 9, line: NaN } } })).toBe(true);
});
