import { matchRanges } from '../../domain/citizen/name.ts';

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text so that what was typed (with or without marks) can be shown marked, where it begins a word. */
export function markTyped(text: string, typed: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of matchRanges(text, typed)) {
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
