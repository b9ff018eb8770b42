import { isSyllable } from './syllable.ts';

/**
 * Marks that were typed but never put on their letters: Telex ("Nguyeenx") and VIQR ("Nguye^~n"). A driver that
 * types for a scanner can leave them. They are only recognised, never turned into letters: it would be a guess.
 * Digits (VNI, "Nguye64n") need no test of their own, since no name has digits.
 */

const QUALITY: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/ow/g, 'ơ'],
  [/uw/g, 'ư'],
  [/w/g, 'ư'],
  [/dd/g, 'đ'],
];
const TELEX_TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};

/** Whether the word is no syllable as it stands but becomes one when its Telex keys are carried out. */
export function hasTelexLeftovers(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFC');
  if (isSyllable(letters)) return false;
  let marked = letters;
  for (const [keys, letter] of QUALITY) marked = marked.replace(keys, letter);
  marked = marked.replace(/uơ(?=.)/g, 'ươ');
  const tone = /(?<=[aăâeêioôơuưy].*)[sfrxj]/.exec(marked);
  if (tone !== null) {
    marked = marked.slice(0, tone.index) + marked.slice(tone.index + 1) + (TELEX_TONES[tone[0]] ?? '');
  }
  // The tone stands at the end: where it belongs does not matter to the test.
  return marked !== letters && isSyllable(marked);
}

/** Whether an apostrophe or another sign stands after a vowel as VIQR writes marks, and the rest would be a syllable. */
export function hasViqrLeftovers(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFC').replace(/’/g, "'");
  if (!/[aăâeêioôơuưy][\^(+*'`?~.]/.test(letters)) return false;
  const marked = letters
    .replace(/([aeo])\^/g, '$1\u0302')
    .replace(/a\(/g, 'a\u0306')
    .replace(/([ou])[+*]/g, '$1\u031b')
    .replace(/'/g, '\u0301')
    .replace(/`/g, '\u0300')
    .replace(/\?/g, '\u0309')
    .replace(/~/g, '\u0303')
    .replace(/\./g, '\u0323')
    .replace(/dd/g, 'đ');
  return isSyllable(marked);
}
