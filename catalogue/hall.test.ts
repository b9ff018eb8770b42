import { expect, test } from 'vitest';
import { hallDataSchema } from '../contract/hall-rules.ts';
import { hallFaults, hallRules, type HallData } from '../domain/ticket/rules.ts';
import shipped from './hall.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

const data: HallData = hallDataSchema.parse(shipped);

test('every field of the catalogue has its series, and there is one for results and one for who does not know', () => {
  const { series } = hallRules(data, '2026-11-23');
  expect(series.flatMap(({ fields }) => fields).toSorted()).toEqual(shared.fields.map(({ code }) => code).toSorted());
  expect(series.filter(({ kind }) => kind !== 'field').map(({ letter }) => letter)).toEqual(['K', 'H']);
});

test('all text is NFC and in both languages; what no law orders is marked as an assumption', () => {
  const text = JSON.stringify(shipped);
  expect(text).toBe(text.normalize('NFC'));
  for (const { name } of [...data.series, ...data.priorities]) expect([name.vi, name.en]).not.toContain('');
  expect(data.priorities.filter(({ sure }) => sure).map(({ id }) => id)).toEqual(['elderly']);
});

test('an office sets its own limit; rules of a day are those in force', () => {
  expect(hallRules(data, '2026-11-23', { limitMinutes: 15 }).settings).toMatchObject({ limitMinutes: 15, calls: 3 });
  const ended = {
    ...data,
    series: data.series.map((row) => (row.letter === 'F' ? { ...row, to: '2026-11-22' } : row)),
  };
  expect(hallRules(ended, '2026-11-23').series.map(({ letter }) => letter)).not.toContain('F');
  expect(hallRules(ended, '2026-11-22').series.map(({ letter }) => letter)).toContain('F');
});

test('faults of edited rules are found', () => {
  expect(hallFaults(data)).toEqual([]);
  const [a, b] = data.series;
  const [row] = data.settings;
  if (a === undefined || b === undefined || row === undefined) throw new Error('the rules are empty');
  expect(hallFaults({ ...data, series: [a, { ...b, letter: 'A' }] })).toEqual(['letter A stands for two series']);
  expect(hallFaults({ ...data, series: [a, { ...b, fields: a.fields }] })).toEqual([
    'field chung-thuc is in series A and B',
  ]);
  expect(hallFaults({ ...data, settings: [row, row] })).toEqual(['two settings are in force on one day']);
  expect(hallFaults({ ...data, settings: [{ ...row, to: '2025-01-01' }] })).toEqual([
    'the settings end',
    'a row ends 2025-01-01, before it begins 2025-07-01',
  ]);
});
