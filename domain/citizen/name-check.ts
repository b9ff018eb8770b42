import { hasOnlyLetters, isSyllable } from './syllable.ts';
import { hasTelexLeftovers, hasViqrLeftovers } from './typing-leftovers.ts';

/** How far a scanned text can be trusted, decided on its letters alone. */
export type TextCondition =
  /** Every word is a Vietnamese syllable. */
  | { readonly kind: 'vietnamese' }
  /** Letters only, but not the shape of Vietnamese: a name of another people, or letters lost on the way. */
  | { readonly kind: 'unusual'; readonly word: string }
  | { readonly kind: 'damaged'; readonly word: string };

/** A scanned name. Apostrophe and hyphen may stand in names of other peoples (H'Hen, Y-Bhốt); digits and signs never. */
export function nameCondition(name: string): TextCondition {
  // A no-break space is never on a card; it is what is left of "Ã\u00a0", a broken à.
  const words = name.split(' ').filter((word) => word !== '');
  let unusual: string | null = null;
  for (const word of words) {
    const parts = word.split(/['’-]/).filter((part) => part !== '');
    if (parts.length === 0 || !parts.every(hasOnlyLetters) || hasTelexLeftovers(word) || hasViqrLeftovers(word)) {
      return { kind: 'damaged', word };
    }
    if (!isSyllable(word) && unusual === null) unusual = word;
  }
  if (words.length === 0) return { kind: 'damaged', word: name };
  return unusual === null ? { kind: 'vietnamese' } : { kind: 'unusual', word: unusual };
}

/** What an address holds besides letters: house numbers, groups, roads. */
const ADDRESS_SIGNS = /^[\p{L}\p{M}\d.,;:/\\'’"“”()&+–—-]*$/u;
const ADDRESS_LETTERS = /[^\d.,;:/\\'’"“”()&+–—-]+/g;

/** A scanned address (nơi thường trú, nơi cư trú). Stricter on digits inside words than on odd words: TT, KP3, QL1A are usual. */
export function addressCondition(address: string): TextCondition {
  let unusual: string | null = null;
  for (const word of address.split(' ').filter((part) => part !== '')) {
    const letters = word.match(ADDRESS_LETTERS) ?? [];
    if (!ADDRESS_SIGNS.test(word) || !letters.every(hasOnlyLetters) || hasDigitsForLetters(word)) {
      return { kind: 'damaged', word };
    }
    const doubtful =
      letters.some((part) => !/^(?:bis|ter)$/i.test(part) && hasTelexLeftovers(part)) ||
      hasViqrLeftovers(word.replace(/[.,;:]+$/, ''));
    if (unusual === null && (doubtful || /\p{Ll}\d/u.test(word))) unusual = word;
  }
  return unusual === null ? { kind: 'vietnamese' } : { kind: 'unusual', word: unusual };
}

/** "Đ7891ng", "Th225p", "7844p": code points or VNI keys in the place of letters. "12A", "ấp4", "B12A", "12bis" are usual. */
function hasDigitsForLetters(word: string): boolean {
  if (/\d(?:bis|ter)\b/.test(word)) return false;
  return /\p{L}\d+\p{Ll}|\d{4}\p{Ll}|\p{Ll}\d{2,}|\d\p{L}*\p{Ll}{2}/u.test(word);
}

/**
 * Whether a text proves that marks came through: a letter of the block U+1EA0–U+1EF9 (ạ … ỹ) in a syllable. A scanner
 * that knows only Western letters keeps à, ê or ô and drops or bares these, so names like Thảo would read Tho.
 */
export function provesMarks(text: string): boolean {
  return text
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .some((word) => /[\u1ea0-\u1ef9]/.test(word) && isSyllable(word));
}
