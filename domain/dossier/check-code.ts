/** Short codes to compare by phone: Crockford's 32 letters (no I, L, O, U) and one check letter at the end. */

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code of 35 bits of a hash and its check letter, "7K2M-41QF": printed on a slip, read over the phone.
 * @throws RangeError where the text is not at least 9 hexadecimal digits.
 */
export function checkCode(bytesHex: string): string {
  return grouped(withCheckLetter(lettersOf(bytesHex)));
}

/** A code as heard or typed, in its printed form; null where a letter must be wrong. O is read as 0, I and L as 1. */
export function readCheckCode(heard: string): string | null {
  const letters = plainLetters(heard);
  return letters.length === 8 && isChecked(letters) ? grouped(letters) : null;
}

/** The first 35 bits as seven letters. */
export function lettersOf(hex: string): string {
  if (!/^[0-9a-f]{9,}$/i.test(hex)) throw new RangeError('at least 9 hexadecimal digits are needed');
  // 36 bits are more than the 32 of bitwise arithmetic, so this divides.
  let bits = Math.floor(Number.parseInt(hex.slice(0, 9), 16) / 2);
  let letters = '';
  for (let n = 0; n < 7; n += 1) {
    letters = LETTERS.charAt(bits % 32) + letters;
    bits = Math.floor(bits / 32);
  }
  return letters;
}

/** Upper case, without spaces and dashes, with the letters people mistake put right. */
export function plainLetters(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015.-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** Adds the letter by which one wrong letter or two neighbours changed round are always noticed. */
export function withCheckLetter(letters: string): string {
  return letters + LETTERS.charAt(remainder(letters));
}

export function isChecked(letters: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{2,31}$/.test(letters) && withCheckLetter(letters.slice(0, -1)) === letters;
}

/**
 * The letters as a polynomial over GF(32) (x⁵ + x² + 1) at its generator: multiplying by it is invertible, so single
 * errors change the value, and differs from 1, so do exchanges of neighbours.
 */
function remainder(letters: string): number {
  let value = 0;
  for (const letter of letters) {
    value = doubled(value) ^ LETTERS.indexOf(letter);
  }
  // Once more, so that the last letter and the check letter exchanged are noticed too.
  return doubled(value);
}

function doubled(value: number): number {
  return value >= 16 ? ((value << 1) & 31) ^ 0b00101 : value << 1;
}

function grouped(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
