import { expect, test } from 'vitest';
import { waitInRow, waitInSentence } from './wait-words.ts';

test.each([
  [{ from: 0, to: 5 }, 'dưới 5 phút', 'dưới 5 phút'],
  [{ from: 5, to: 10 }, '5 đến 10 phút', '5–10 phút'],
  [{ from: 10, to: 10 }, '10 phút', '10 phút'],
])('%o', (range, sentence, row) => {
  expect(waitInSentence(range).vi).toBe(sentence);
  expect(waitInRow(range).vi).toBe(row);
});
