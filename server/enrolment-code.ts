import { sha256 } from '../contract/signing.ts';
import type { Randomness } from './ports.ts';

/** Crockford's alphabet: no I, L, O or U to be misread over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 16;

/** How long an enrolment code may be used. */
export const CODE_LIVES_MS = 24 * 3_600_000;

/** A one-time enrolment code of 80 random bits: K7QF-2M9X-…, four groups of four. */
export function newCode(random: Randomness): string {
  const letters = [...random.bytes(LETTERS)].map((byte) => ALPHABET[byte & 31] ?? '0').join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** What is stored of a code. Case, hyphens and blanks do not matter, and misread letters are taken for what they were. */
export function codeHash(code: string): string {
  const normal = code.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return sha256(`enrolment code\n${normal}`);
}
