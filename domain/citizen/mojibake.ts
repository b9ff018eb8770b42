/** UTF-8 that was read byte by byte in a one-byte code page ("Nguyá»…n"), turned back where nothing of it was lost. */

/** 0x80–0x9F of Windows-1252; U+0000 where the page has no letter. */
const CP1252_HIGH =
  '\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000' +
  '\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178';

/** Where Windows-1258, the Vietnamese page, differs from 1252. */
const CP1258_OTHERS: Readonly<Record<number, string>> = {
  0xc3: '\u0102',
  0xcc: '\u0300',
  0xd0: '\u0110',
  0xd2: '\u0309',
  0xd5: '\u01a0',
  0xdd: '\u01af',
  0xde: '\u0303',
  0xe3: '\u0103',
  0xec: '\u0301',
  0xf0: '\u0111',
  0xf2: '\u0323',
  0xf5: '\u01a1',
  0xfd: '\u01b0',
  0xfe: '\u20ab',
};

type CodePage = ReadonlyMap<string, number>;

function codePage(letterOf: (byte: number) => string): CodePage {
  const page = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) page.set(letterOf(byte), byte);
  return page;
}

// A byte the page has no letter for comes through as the control character of the same number.
const cp1252 = (byte: number): string => {
  const letter = byte >= 0x80 && byte < 0xa0 ? CP1252_HIGH.charAt(byte - 0x80) : '\u0000';
  return letter === '\u0000' ? String.fromCharCode(byte) : letter;
};

const PAGES: readonly CodePage[] = [
  codePage(cp1252),
  codePage((byte) => CP1258_OTHERS[byte] ?? cp1252(byte)),
  codePage((byte) => String.fromCharCode(byte)),
];

/**
 * The text that was meant, where every letter is a byte of one code page and those bytes are strict UTF-8; null where
 * they are not. The whole text or none of it: a part of it turned back would be a guess.
 */
export function undoMojibake(text: string): string | null {
  for (const page of PAGES) {
    const bytes = Array.from(text, (letter) => page.get(letter));
    const meant = decodeUtf8(bytes);
    if (meant !== null) return meant === text ? null : meant;
  }
  return null;
}

/** Strict: no overlong forms, no surrogates, nothing cut off. */
function decodeUtf8(bytes: readonly (number | undefined)[]): string | null {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at];
    if (lead === undefined) return null;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return null;
    let point = more === 0 ? lead : lead & (0x3f >> more);
    for (let n = 1; n <= more; n += 1) {
      const byte = bytes[at + n];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const least = [0, 0x80, 0x800, 0x10000][more] ?? 0;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    text += String.fromCodePoint(point);
    at += more + 1;
  }
  return text;
}
