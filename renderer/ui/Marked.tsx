import type { ReactNode } from 'react';
import { markTyped } from './marked.ts';

/** A text found by what was typed: the letters that match are marked. Each part is named by where it begins. */
export function Marked({ text, typed }: { readonly text: string; readonly typed: string }): ReactNode {
  let at = 0;
  return markTyped(text, typed).map((part) => {
    const begins = at;
    at += part.text.length;
    return part.marked ? <mark key={begins}>{part.text}</mark> : part.text;
  });
}
