import { titleCase } from './name.ts';

/** What Caps Lock does to a scanned name: the case of its letters turned over, of all of them or of the ASCII ones. */

/** `plain` Nguyễn Văn An, NGUYỄN VĂN AN; `turned` by Caps Lock, with the name meant; `mixed` by anything else ("ThÍ"). */
export type LetterCase = { readonly kind: 'plain' | 'mixed' } | { readonly kind: 'turned'; readonly name: string };

export function letterCase(name: string): LetterCase {
  if (isPlain(name)) return { kind: 'plain' };
  // All small: capitals with Caps Lock on, or a driver without a Shift key. The letters are the same.
  const candidates = [swapped(name, /\p{L}/gu), swapped(name, /[A-Za-z]/g)];
  if (name === name.toLowerCase()) candidates.unshift(titleCase(name));
  const meant = candidates.find(isPlain);
  return meant === undefined ? { kind: 'mixed' } : { kind: 'turned', name: meant };
}

function isPlain(name: string): boolean {
  return name === titleCase(name) || name === name.toUpperCase();
}

function swapped(text: string, letters: RegExp): string {
  return text.replace(letters, (letter) => {
    const upper = letter.toUpperCase();
    return letter === upper ? letter.toLowerCase() : upper;
  });
}
