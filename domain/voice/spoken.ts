import { numberInWords } from '../money/amount-in-words.ts';

/**
 * What the hall says aloud, as a row of clips: each a short recording with a name, so that an office can put its own in
 * the place of ours. The names have no marks: they are file names on any disk.
 */

export type Language = 'vi' | 'en';

/** A name of the folder of clips, without language and ending: 'vi/moi-so.ogg' is `moi-so` in Vietnamese. */
export type ClipName = string;

/** Clip of each word of a number. mười (ten) and mươi (tens) are two words. */
export const numberClips = {
  vi: {
    không: 'so-0',
    một: 'so-1',
    hai: 'so-2',
    ba: 'so-3',
    bốn: 'so-4',
    năm: 'so-5',
    sáu: 'so-6',
    bảy: 'so-7',
    tám: 'so-8',
    chín: 'so-9',
    mười: 'so-10',
    mốt: 'so-mot',
    tư: 'so-tu',
    lăm: 'so-lam',
    mươi: 'so-muoi',
    linh: 'so-linh',
    trăm: 'so-tram',
    nghìn: 'so-nghin',
  },
  en: {
    zero: 'so-0',
    one: 'so-1',
    two: 'so-2',
    three: 'so-3',
    four: 'so-4',
    five: 'so-5',
    six: 'so-6',
    seven: 'so-7',
    eight: 'so-8',
    nine: 'so-9',
    ten: 'so-10',
    eleven: 'so-11',
    twelve: 'so-12',
    thirteen: 'so-13',
    fourteen: 'so-14',
    fifteen: 'so-15',
    sixteen: 'so-16',
    seventeen: 'so-17',
    eighteen: 'so-18',
    nineteen: 'so-19',
    twenty: 'so-20',
    thirty: 'so-30',
    forty: 'so-40',
    fifty: 'so-50',
    sixty: 'so-60',
    seventy: 'so-70',
    eighty: 'so-80',
    ninety: 'so-90',
    hundred: 'so-tram',
    thousand: 'so-nghin',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, ClipName>>>>;

/** How a letter of a series is called in Vietnamese; what stands here is what the clip says. */
export const letterNames: Readonly<Record<string, string>> = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  E: 'e',
  F: 'ép',
  G: 'giê',
  H: 'hát',
  I: 'i',
  J: 'ji',
  K: 'ca',
  L: 'e lờ',
  M: 'em mờ',
  N: 'en nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e rờ',
  S: 'ét xì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích xì',
  Y: 'i dài',
  Z: 'dét',
};

/** Places a person is called to: the first word of the counter's name. */
export const placeClips: Readonly<Record<string, ClipName>> = {
  quầy: 'den-quay',
  bàn: 'den-ban',
  cửa: 'den-cua',
  phòng: 'den-phong',
};

export const letterClip = (letter: string): ClipName => `chu-${letter.toLowerCase()}`;

/** @throws RangeError where it is no whole number from 0 to 999.999 */
export function numberWords(n: number, language: Language): readonly string[] {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`not a number the hall says: ${n}`);
  return language === 'vi' ? numberInWords(n) : english(n);
}

export function clipsOfNumber(n: number, language: Language): readonly ClipName[] {
  const clips: Readonly<Record<string, ClipName>> = numberClips[language];
  return numberWords(n, language).map((word) => {
    const clip = clips[word];
    if (clip === undefined) throw new RangeError(`no clip says ${word}`);
    return clip;
  });
}

const SMALL = Object.keys(numberClips.en).slice(0, 20);
const TENS = ['', '', ...Object.keys(numberClips.en).slice(20, 28)];

function english(n: number): readonly string[] {
  if (n >= 1000) {
    const rest = n % 1000;
    return [...english(Math.floor(n / 1000)), 'thousand', ...(rest === 0 ? [] : english(rest))];
  }
  if (n >= 100) {
    const rest = n % 100;
    return [...english(Math.floor(n / 100)), 'hundred', ...(rest === 0 ? [] : english(rest))];
  }
  if (n < 20) return [SMALL[n] ?? ''];
  return [TENS[Math.floor(n / 10)] ?? '', ...(n % 10 === 0 ? [] : [SMALL[n % 10] ?? ''])];
}
