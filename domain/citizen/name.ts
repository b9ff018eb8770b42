/** Names of people and procedures: tidied for keeping, folded for finding. */

/** A run of text, in UTF-16 units: `from` inclusive, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const MARKS = /\p{M}/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
/** Grave, acute, tilde, hook above, dot below: the five tone marks (dấu thanh). */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

function folded(text: string): string {
  // Twice NFKD: lower-casing can compose (İ) and decomposing can bring capitals back (ℂ).
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').replace(/đ/g, 'd');
}

/**
 * Text as it is searched: no marks, đ as d, small letters, punctuation as one space. The same for every Unicode
 * normal form, and for both places of the tone mark (hoà, hòa). Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return folded(text).replace(SEPARATORS, ' ').trim();
}

/** The folded words, in the order written; none for empty text. */
export function foldWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether every word of the query begins a different word of the text, in any order. An empty query matches. */
export function matchesWords(text: string, query: string): boolean {
  const words = foldWords(text);
  // The longest first: "nguyễn nguyệt" must not lose its only long partner to a short word.
  const asked = foldWords(query).sort((a, b) => b.length - a.length);
  return asked.every((ask) => {
    const at = words.findIndex((word) => word.startsWith(ask));
    if (at >= 0) words.splice(at, 1);
    return at >= 0;
  });
}

/** Where the query's words begin words of the text, for marking typed letters; in order, never overlapping. */
export function matchRanges(text: string, query: string): TextRange[] {
  const asked = foldWords(query);
  if (asked.length === 0) return [];
  const ranges: TextRange[] = [];
  for (const word of wordsOf(text)) {
    const lengths = asked.filter((ask) => word.letters.startsWith(ask)).map((ask) => ask.length);
    const longest = Math.max(0, ...lengths);
    const to = word.ends[longest - 1];
    if (to !== undefined) ranges.push({ from: word.from, to });
  }
  return ranges;
}

interface FoldedWord {
  readonly from: number;
  letters: string;
  /** For each folded letter, where its original ends, marks included. */
  readonly ends: number[];
}

function wordsOf(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  let word: FoldedWord | null = null;
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    const letters = folded(char);
    if (letters === '') {
      // A mark of its own belongs to the letter before it.
      if (word !== null && word.ends.length > 0) word.ends[word.ends.length - 1] = end;
    } else if (/^[\p{L}\p{N}]+$/u.test(letters)) {
      if (word === null) {
        word = { from: at, letters: '', ends: [] };
        words.push(word);
      }
      word.letters += letters;
      for (let n = 0; n < letters.length; n += 1) word.ends.push(end);
    } else {
      word = null;
    }
    at = end;
  }
  return words;
}

/** A name as it is kept: NFC, single spaces, nothing invisible. Letters and case stay as typed. */
export function tidyName(name: string): string {
  // Normalised last: a letter and its mark may have had something invisible between them.
  return name.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** "Nguyễn Văn An" for NGUYỄN VĂN AN or nguyễn văn an, to be offered, never applied unasked; null where nothing to offer. */
export function suggestedCase(name: string): string | null {
  const tidy = tidyName(name);
  if (tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase()) return null;
  const title = titleCase(tidy);
  return title === tidy ? null : title;
}

/** Each word with a capital first and small letters after it. Hyphens and apostrophes begin a word too (H'Hen). */
export function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

/** Whether two names are the same name: marks count, case, spacing, normal form and tone placement do not. */
export function sameName(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(name: string): string {
  return tidyName(name)
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const letters = word.normalize('NFD');
      return letters.replace(TONES, '').normalize('NFC') + (letters.match(TONES) ?? []).join('');
    })
    .join(' ');
}
