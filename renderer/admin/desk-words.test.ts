import { expect, test } from 'vitest';
import { eventWord } from './desk-words.ts';

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
