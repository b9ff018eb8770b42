import type { Bilingual } from '../../domain/text.ts';

/** What happened, what is safe, what to do. */
export interface Problem {
  readonly what: Bilingual;
  readonly safe: Bilingual;
  readonly todo: Bilingual;
}

/** One problem, each sentence in Vietnamese and in English. */
export function row(what: [string, string], safe: [string, string], todo: [string, string]): Problem {
  const pair = ([vi, en]: [string, string]): Bilingual => ({ vi, en });
  return { what: pair(what), safe: pair(safe), todo: pair(todo) };
}

export const nothingChanged: [string, string] = ['Chưa có gì thay đổi.', 'Nothing has changed.'];
