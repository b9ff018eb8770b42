import { expect, test } from 'vitest';
import { atStart } from './state.ts';
import { isCounted } from './use-home.ts';

const english = { ...atStart, language: 'en' } as const;

test.each([
  ['the start as it was', atStart, false, false],
  ['the start in English', english, false, true],
  ['the start in English, read aloud', english, true, false],
  ['a number that was taken, read aloud', { ...atStart, step: 'done' } as const, true, false],
  ['a number that was taken', { ...atStart, step: 'done' } as const, false, true],
  ['a number on its way', { ...atStart, step: 'taking' } as const, false, false],
])('%s', (_what, kiosk, isReading, counts) => {
  expect(isCounted(kiosk, isReading)).toBe(counts);
});
