import type { Bilingual } from '../../domain/text.ts';

/** One problem's three sentences. */
export interface Problem {
  readonly what: Bilingual;
  readonly safe: Bilingual;
  readonly todo: Bilingual;
}

export function row(what: [string, string], safe: [string, string], todo: [string, string]): Problem {
  const pair = ([vi, en]: [string, string]): Bilingual => ({ vi, en });
  return { what: pair(what), safe: pair(safe), todo: pair(todo) };
}

export const nothingChanged: [string, string] = ['Chưa có gì thay đổi.', 'Nothing has changed.'];
export const dataIntact: [string, string] = ['Dữ liệu trên máy còn nguyên.', 'The data on this machine is intact.'];
