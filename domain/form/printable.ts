/** Left-to-right and right-to-left controls, zero-width characters, soft hyphen, byte order mark, line separators. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;
// Control characters are the point here: none may reach paper.
const CONTROL = /\p{Cc}+/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text as it may stand on an official slip: NFC, on one line, without characters that cannot be seen. A name that
 * carries a right-to-left mark must not turn the words around it.
 */
export function printable(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}
