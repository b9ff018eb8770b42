import { expect, test } from 'vitest';
import { en } from './en.ts';
import { vi } from './vi.ts';

function flat(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'object' && value !== null) for (const [k, v] of flat(value, here)) found.set(k, v);
  }
  return found;
}

const vietnamese = flat(vi);
const english = flat(en);
/** Values to be filled in and parts to be marked; the words of a plural's arms are neither. */
const marks = (text: string): string[] =>
  [...text.matchAll(/(?<!(?:=\d+|\bone|\bother) )\{(\w+)(?=[,}])|<(\w+)>/g)].map((mark) => mark[0]).toSorted();

test('both languages have the same keys', () => {
  expect([...english.keys()].toSorted()).toEqual([...vietnamese.keys()].toSorted());
});

test('no text is empty, and all of it is in NFC', () => {
  const wrong = [...vietnamese, ...english].filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'));
  expect(wrong).toEqual([]);
});

test('both languages fill in the same values', () => {
  const marksOf = (texts: Map<string, string>) =>
    Object.fromEntries([...texts].map(([key, text]) => [key, marks(text)]));
  expect(marksOf(english)).toEqual(marksOf(vietnamese));
});

test('no sentence shouts', () => {
  expect([...vietnamese, ...english].filter(([, text]) => /!|\bOK\b/.test(text))).toEqual([]);
});

/** Verbs and what stands behind "1 of 3"; how often one is called is another sentence of the rules. */
const noNoun = /^(?:is|was|has|becomes|goes|times)$/;

test('in English one thing is one thing', () => {
  const wrong = [...english].filter(([, text]) =>
    [...text.matchAll(/(?<!of )\{\w+, number\} ([a-z]+s)\b(?! of \{)/g)].some(([, word = '']) => !noNoun.test(word)),
  );
  expect(wrong).toEqual([]);
});
