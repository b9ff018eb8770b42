/** What a key stands for, by the letter it gave and by its place on the keyboard. */

/** One keydown, as the page sees it. */
export interface ScanKey {
  /** The letter given ("ễ", "|"), or the key's name ("Enter", "Backspace", "Process"). */
  readonly key: string;
  /** The place on the keyboard ("KeyA", "Digit1"); empty where a driver sent the letter itself. */
  readonly code: string;
  /** Milliseconds on any clock that only goes forward. */
  readonly timeMs: number;
  readonly shift?: boolean;
  /** Held down with it; Alt with the digits of the number pad spells a letter, which follows as a key of its own. */
  readonly alt?: boolean;
  readonly ctrl?: boolean;
}

/** `letter` adds to the text, `lost` is a letter the page was not told, `none` adds nothing (Shift). */
export type KeyMeaning =
  | { readonly kind: 'letter'; readonly text: string; readonly placed: string }
  | { readonly kind: 'lost' | 'end' | 'rubout' | 'command' | 'none' };

export function meaningOf(key: ScanKey): KeyMeaning {
  switch (key.key) {
    case 'Enter':
    case 'Tab':
      return { kind: 'end' };
    case 'Backspace':
      return { kind: 'rubout' };
    case 'Process':
    case 'Unidentified':
    case 'Dead':
      return { kind: 'lost' };
    case 'Shift':
    case 'CapsLock':
    case 'NumLock':
    case 'Alt':
    case 'AltGraph':
    case 'Control':
      return { kind: 'none' };
    default:
      break;
  }
  if (key.ctrl === true && key.alt !== true) return { kind: 'command' };
  if (key.alt === true && key.code.startsWith('Numpad')) return { kind: 'none' };
  // A key of the program (Alt 1): a scan may follow it closely, and it is no part of it. AltGr tells of Control too.
  if (key.alt === true && key.ctrl !== true && /^(?:Digit|Key)/.test(key.code)) return { kind: 'command' };
  // Names of keys are longer than a letter, and no letter in them carries marks.
  const isLetter = Array.from(key.key).length === 1 || /^.\p{M}+$/u.test(key.key);
  return isLetter ? { kind: 'letter', text: key.key, placed: placedLetter(key) ?? key.key } : { kind: 'command' };
}

/** Signs of the US keyboard, plain and with Shift: scanners are set to it at the factory. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
  NumpadDivide: ['/', '/'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** The letter at that place of the US keyboard, which no layout and no typing program changes; null where unknown. */
function placedLetter(key: ScanKey): string | null {
  const shift = key.shift ?? (key.key !== key.key.toLowerCase() && key.code.startsWith('Key'));
  const letter = /^Key([A-Z])$/.exec(key.code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)(\d)$/.exec(key.code);
  if (digit !== null) {
    const [, pad, number = ''] = digit;
    return shift && pad === 'Digit' ? SHIFTED_DIGITS.charAt(Number(number)) : number;
  }
  const sign = SIGNS[key.code];
  return sign === undefined ? null : sign[shift ? 1 : 0];
}
