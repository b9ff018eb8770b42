const GROUP = 4;
/** contract: at most 40 characters with the hyphens. */
const LETTERS = 32;

/** The code as it is read out: capitals in groups of four. What is not a letter or digit falls away. */
export function groupedCode(typed: string): string {
  const letters = typed
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LETTERS);
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');
}

/** Where the cursor stands after grouping, so that a letter in the middle can be changed. */
export function groupedCaret(typed: string, caret: number): number {
  const before = typed.slice(0, caret).replace(/[^\p{L}\p{N}]/gu, '').length;
  const length = groupedCode(typed).length;
  return Math.min(length, before + Math.max(0, Math.ceil(before / GROUP) - 1));
}

/** A Vietnamese typing program made one letter of two: codes are plain letters and digits. */
export const hasForeignLetters = (code: string): boolean => /[^A-Z0-9-]/.test(code);

/** The address as the desk takes it, or null where it is none. Without a scheme it is https. */
export function serverAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  // A single word is a half-typed name, unless it says its port: the server on this machine or in this house.
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[') && url.port === '' && url.hostname !== 'localhost') {
    return null;
  }
  return `${url.origin}/`;
}
