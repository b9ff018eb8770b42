import { foldText } from '../../domain/citizen/name.ts';

/** Completions tried for a half-typed word; beyond that more letters are needed. */
const COMPLETIONS = 40;
/** Digits before a number may be half typed: fewer would gather too many dossiers. */
const NUMBER_PREFIX = 6;

/**
 * The FTS5 query for what a person typed, or null where nothing of it can be searched. Every word must occur, in any
 * order; the last may be half typed. Digits typed in groups (087 196 004 218) are one number.
 * @param completions words of the index that begin so
 */
export function matchQuery(text: string, completions: (start: string, limit: number) => string[]): string | null {
  const grouped = /^[\d\s.]+$/.test(text) ? text.replace(/\D/g, '') : text;
  const words = foldText(grouped)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined) return null;
  const whole = words.slice(0, -1).map(quoted);
  return [...whole, lastWord(last, completions)].join(' AND ');
}

function lastWord(word: string, completions: (start: string, limit: number) => string[]): string {
  if (/\d/.test(word)) return word.length >= NUMBER_PREFIX ? `${quoted(word)}*` : quoted(word);
  const found = completions(word, COMPLETIONS);
  return found.length === 0 ? quoted(word) : `(${found.map(quoted).join(' OR ')})`;
}

/** Only letters and digits get here, so nothing needs escaping. */
function quoted(word: string): string {
  return `"${word}"`;
}
