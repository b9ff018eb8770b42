import { dateOf, type CivilDate, type LocalDateTime } from '../../calendar/civil-date.ts';
import { dayInSentence } from '../../calendar/date-words.ts';
import type { Bilingual } from '../../text.ts';
import type { Opinion } from '../view.ts';

/** One thing done to a dossier, in words. */
export interface Told {
  readonly what: Bilingual;
  readonly detail: Bilingual | null;
  /** Whose act it is where it is not the writer's: who signed, which agency answered. */
  readonly by: Bilingual | null;
  /** Where the writer sat: "Quầy 3"; empty where it does not matter. */
  readonly place: string;
  /** The paper that came of it: "Văn bản 214", "Biên lai". */
  readonly paper: Bilingual | null;
  /** A promise was moved, or a rule was gone past: stands out among the rest. */
  readonly marked: boolean;
}

/** What the lines before have said. */
export interface Before {
  /** The date that was promised until now. */
  readonly due: LocalDateTime | null;
  readonly opinions: readonly Opinion[];
}

export function told(what: Bilingual, more: Partial<Omit<Told, 'what'>> = {}): Told {
  return { what, detail: null, by: null, place: '', paper: null, marked: false, ...more };
}

/** The same words in both languages: names, and what somebody typed. */
export function same(text: string): Bilingual {
  return { vi: text, en: text };
}

/** What was typed, or nothing. */
export function typed(text: string): Bilingual | null {
  const words = text.trim();
  return words === '' ? null : same(words);
}

/** Sentences one after the other; nothing where none is left. */
export function sentences(...parts: readonly (Bilingual | null)[]): Bilingual | null {
  const said = parts.filter((part) => part !== null);
  if (said.length === 0) return null;
  const line = (language: keyof Bilingual): string =>
    said.map((part) => part[language].replace(/[.\s]+$/, '')).join('. ');
  return { vi: line('vi'), en: line('en') };
}

/** Facts of one line, joined by commas. */
export function facts(...parts: readonly (Bilingual | null)[]): Bilingual {
  const said = parts.filter((part) => part !== null);
  return { vi: said.map((part) => part.vi).join(', '), en: said.map((part) => part.en).join(', ') };
}

export function reasonOf(reason: string): Bilingual | null {
  const text = reason.trim();
  return text === '' ? null : { vi: `Lý do: ${text}`, en: `Reason: ${text}` };
}

export function day(date: CivilDate): Bilingual {
  return dayInSentence(date);
}

/** "hẹn thứ Sáu 27/11"; nothing where no day is promised. */
export function promised(at: LocalDateTime | null): Bilingual | null {
  if (at === null) return null;
  const on = day(dateOf(at));
  return { vi: `hẹn ${on.vi}`, en: `due ${on.en}` };
}

/** "Dời hẹn trả từ 18/11 sang 23/11"; nothing where it stays. */
export function moved(from: LocalDateTime | null, to: LocalDateTime | null): Bilingual | null {
  if (from === null || to === null || dateOf(from) === dateOf(to)) return null;
  const short = (at: LocalDateTime): string => `${at.slice(8, 10)}/${at.slice(5, 7)}`;
  return {
    vi: `Dời hẹn trả từ ${short(from)} sang ${short(to)}`,
    en: `Due date moved from ${short(from)} to ${short(to)}`,
  };
}

/** "150.000 đ". */
export function money(amount: number): Bilingual {
  const digits = String(Math.abs(amount));
  return {
    vi: `${digits.replace(/\B(?=(\d{3})+$)/g, '.')} đ`,
    en: `${digits.replace(/\B(?=(\d{3})+$)/g, ',')} đ`,
  };
}

/** "Văn bản 214"; nothing where it has no number. */
export function document(number: string): Bilingual | null {
  const text = number.trim();
  return text === '' ? null : { vi: `Văn bản ${text}`, en: `Document ${text}` };
}

/** "3 giấy tờ". */
export function papers(n: number): Bilingual {
  return { vi: `${n} giấy tờ`, en: `${n} paper${n === 1 ? '' : 's'}` };
}

/** Names in a row. */
export function names(list: readonly { readonly name: string }[]): Bilingual | null {
  return list.length === 0 ? null : same(list.map(({ name }) => name).join('; '));
}
