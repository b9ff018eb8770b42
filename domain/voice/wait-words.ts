import type { Bilingual } from '../text.ts';

/** An honest wait: whole minutes from and to; `to` alone means "less than that". */
export interface WaitRange {
  readonly from: number;
  readonly to: number;
}

/** In sentences and aloud: "5 đến 10 phút", "dưới 5 phút". */
export function waitInSentence({ from, to }: WaitRange): Bilingual {
  if (from <= 0) return { vi: `dưới ${to} phút`, en: `under ${to} minutes` };
  if (from >= to) return { vi: `${to} phút`, en: `${to} minutes` };
  return { vi: `${from} đến ${to} phút`, en: `${from} to ${to} minutes` };
}

/** Where it stands alone, on the display and on paper: "5–10 phút". */
export function waitInRow({ from, to }: WaitRange): Bilingual {
  if (from <= 0) return waitInSentence({ from, to });
  if (from >= to) return { vi: `${to} phút`, en: `${to} min` };
  return { vi: `${from}–${to} phút`, en: `${from}–${to} min` };
}

const STEP_S = 300;

/**
 * A range of seconds as it is told to people: in whole fives of minutes, never narrower than it was computed.
 * @returns null past a day: nobody serves these people now
 */
export function waitRange(low: number, high: number): WaitRange | null {
  if (high >= 86_400) return null;
  const to = Math.max(1, Math.ceil(high / STEP_S)) * 5;
  return { from: Math.min(Math.floor(low / STEP_S) * 5, to - 5), to };
}
