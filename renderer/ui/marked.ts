/** One letter without its marks: 'ỡ' → 'o', 'Đ' → 'd'. Always one letter for one letter, so places agree. */
function bare(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('đ', 'd');
  return base.length === letter.length ? base : letter;
}

/** Text as search compares it: NFC, small letters, no marks. */
export function withoutMarks(text: string): string {
  return Array.from(text.normalize('NFC'), bare).join('');
}

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text so that what was typed (with or without marks) can be shown marked; each word typed, once. */
export function markTyped(text: string, typed: string): Part[] {
  const letters = Array.from(text.normalize('NFC'));
  const plain = letters.map(bare).join('');
  const marked = letters.map(() => false);
  for (const word of withoutMarks(typed).split(/\s+/).filter(Boolean)) {
    const at = plain.indexOf(word);
    if (at >= 0) marked.fill(true, at, at + word.length);
  }
  const parts: Part[] = [];
  letters.forEach((letter, index) => {
    const is = marked[index] === true;
    const last = parts.at(-1);
    if (last !== undefined && last.marked === is) parts[parts.length - 1] = { text: last.text + letter, marked: is };
    else parts.push({ text: letter, marked: is });
  });
  return parts;
}
