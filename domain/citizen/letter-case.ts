import { titleCase } from './name.ts';

/** What Caps Lock does to a scanned name: the case of its letters turned over, of all of them or of the ASCII ones. */

/** The name with its case turned back, or null where it is a plain name (Nguyễn Văn An, NGUYỄN VĂN AN) or cannot be told. */
export function undoCapsLock(name: string): string | null {
  if (isPlain(name)) return null;
  const candidates = [swapped(name, /\p{L}/gu), swapped(name, /[A-Za-z]/g), titleCase(name)];
  // Case carries no letters: whichever of them is plain, the name is the same name.
  return candidates.find(isPlain) ?? null;
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
