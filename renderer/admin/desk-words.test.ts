import { expect, test } from 'vitest';
import { clockUnit, eventWord } from './desk-words.ts';

test.each([
  ['dossier.received', 'received'],
  ['dossier.slipIssued', 'slip'],
  ['dossier.handedOver', 'handover'],
  ['batch.closed', 'handover'],
  ['dossier.returned', 'returned'],
  ['dossier.corrected', 'dossier'],
  ['ticket.called', 'hall'],
  ['advice.given', 'office'],
  ['of a newer release', 'office'],
])('%s is told as %s', (type, word) => {
  expect(eventWord(type)).toBe(word);
});

test.each([
  [5_000, 'seconds', 5],
  [119_999, 'seconds', 120],
  [120_000, 'minutes', 2],
  [7_200_000, 'hours', 2],
  [40 * 3_600_000, 'hours', 40],
  [172_800_000, 'days', 2],
  [3_653 * 86_400_000, 'days', 3653],
] as const)('a clock %i ms wrong is told in %s', (ms, unit, n) => {
  expect(clockUnit(ms)).toEqual({ unit, n });
});
