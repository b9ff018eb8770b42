import { foldText } from '../citizen/name.ts';
import type { Catalogue, Procedure } from './catalogue.ts';

interface Phrase {
  /** As written, to show what was recognised. */
  readonly text: string;
  readonly words: readonly string[];
}

interface Entry {
  readonly procedure: Procedure;
  readonly digits: string;
  /** Short name and everyday names. */
  readonly phrases: readonly Phrase[];
  /** The official name, and ours in English: each with the words it says twice. */
  readonly names: readonly (readonly string[])[];
  /** Every word of the official name, the field, the cases and the phrases. */
  readonly words: readonly string[];
}

export interface FoundProcedure {
  readonly procedure: Procedure;
  /** The everyday name that was recognised, as written; null when found by its own name, code or other words. */
  readonly matched: string | null;
}

export interface FindOptions {
  /** Day of receipt (YYYY-MM-DD, Vietnam): only texts in force on it are found. */
  readonly date: string;
  /** How often this counter received each procedure, by code. */
  readonly uses?: ReadonlyMap<string, number>;
  /** Codes of the fields (lĩnh vực) a number was taken for: of equal matches theirs stand first, and alone while nothing is typed. */
  readonly fields?: readonly string[];
  /** At most so many results; all when absent. */
  readonly limit?: number;
}

const wordsOf = (text: string): readonly string[] =>
  foldText(text)
    .split(/[^a-z0-9]+/)
    .filter((w) => w !== '');

/** Folded words per edition. The same edition always gives the same words, so keeping them changes nothing. */
const prepared = new WeakMap<Catalogue, readonly Entry[]>();

function entriesOf(catalogue: Catalogue): readonly Entry[] {
  const known = prepared.get(catalogue);
  if (known !== undefined) return known;
  const entries = catalogue.procedures.map((procedure) => {
    const phrases = [procedure.shortName, ...procedure.everydayNames].map((text) => ({ text, words: wordsOf(text) }));
    const cases = procedure.cases.flatMap((c) => [c.label, c.labelEn]);
    const names = [procedure.name, procedure.nameEn].map(wordsOf);
    const weak = [...names.flat(), ...[procedure.field.name, ...cases].flatMap(wordsOf)];
    return {
      procedure,
      digits: procedure.code.replace('.', ''),
      phrases,
      names,
      words: [...new Set([...phrases.flatMap((p) => p.words), ...weak])],
    };
  });
  prepared.set(catalogue, entries);
  return entries;
}

/**
 * Every typed word begins some word, in any order; each word of the list serves one typed word. Longest first: what
 * a long beginning fits, a short one fits too, so the short one takes what is left.
 */
function anyOrder(typed: readonly string[], words: readonly string[]): boolean {
  const free = [...words];
  const longestFirst = typed.toSorted((a, b) => b.length - a.length);
  return longestFirst.every((t) => {
    const exact = free.indexOf(t);
    const at = exact >= 0 ? exact : free.findIndex((w) => w.startsWith(t));
    if (at < 0) return false;
    free.splice(at, 1);
    return true;
  });
}

/** The typed words stand in the list one after another from `start`; the last one may be half typed. */
function standsAt(typed: readonly string[], words: readonly string[], start: number): boolean {
  const last = typed.length - 1;
  return typed.every((t, i) => (i === last ? (words[start + i]?.startsWith(t) ?? false) : words[start + i] === t));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((w, i) => w === b[i]);

interface Hit {
  readonly entry: Entry;
  /** 5 a whole name, or the code; 4 a name begins so; 3 a name holds it in order; 2 in any order; 1 other words. */
  readonly tier: number;
  readonly matched: string | null;
}

function hitOf(entry: Entry, typed: readonly string[], digits: string | null): Hit | null {
  if (digits !== null) return entry.digits.includes(digits) ? { entry, tier: 5, matched: null } : null;
  const tests: readonly [number, (words: readonly string[]) => boolean][] = [
    [5, (words) => same(typed, words)],
    [4, (words) => standsAt(typed, words, 0)],
    [3, (words) => words.some((_, start) => standsAt(typed, words, start))],
    [2, (words) => anyOrder(typed, words)],
  ];
  for (const [tier, fits] of tests) {
    const phrase = entry.phrases.find((p) => fits(p.words));
    if (phrase !== undefined) {
      return { entry, tier, matched: phrase.text === entry.procedure.shortName ? null : phrase.text };
    }
  }
  if (entry.names.some((words) => same(typed, words))) return { entry, tier: 5, matched: null };
  return [...entry.names, entry.words].some((words) => anyOrder(typed, words))
    ? { entry, tier: 1, matched: null }
    : null;
}

/**
 * Procedures for what an officer types: everyday names ("sao y", "sổ đỏ"), words without marks in any order, half
 * typed words, or part of the code. Better matches first, then what this counter uses most, then the suggested
 * order. An empty query lists everything by use, or what belongs to the fields asked for.
 */
export function findProcedures(catalogue: Catalogue, query: string, options: FindOptions): FoundProcedure[] {
  const { date, uses, fields = [] } = options;
  const typed = wordsOf(query);
  const code = query.replace(/[.\s]/g, '');
  const digits = /^\d{3,}$/.test(code) ? code : null;
  const used = (hit: Hit): number => uses?.get(hit.entry.procedure.code) ?? 0;
  const own = (hit: Hit): number => Number(fields.includes(hit.entry.procedure.field.code));
  const all = entriesOf(catalogue).flatMap((entry): readonly Hit[] => {
    const { validFrom, validTo } = entry.procedure;
    if (date < validFrom || (validTo !== null && date > validTo)) return [];
    if (typed.length === 0) return [{ entry, tier: 0, matched: null }];
    const hit = hitOf(entry, typed, digits);
    return hit === null ? [] : [hit];
  });
  const ofFields = typed.length === 0 ? all.filter((hit) => own(hit) === 1) : [];
  const hits = (ofFields.length > 0 ? ofFields : all).sort(
    (a, b) =>
      b.tier - a.tier || own(b) - own(a) || used(b) - used(a) || a.entry.procedure.rank - b.entry.procedure.rank,
  );
  return hits
    .slice(0, options.limit ?? hits.length)
    .map(({ entry, matched }) => ({ procedure: entry.procedure, matched }));
}
