import { parseCivilDate, type CivilDate } from '../calendar/civil-date.ts';
import { isChecked, lettersOf, plainLetters, withCheckLetter } from './check-code.ts';

export { checkCode, readCheckCode } from './check-code.ts';
export { nextNumber, rangesFor, type NumberRange } from './number-range.ts';

/**
 * Dossier codes (mã số hồ sơ): agency-YYMMDD-number of the day (TT 01/2018/TT-VPCP, Điều 19; the agency's level-1 code
 * in front since QĐ 20/2020/QĐ-TTg). The agency code is data, never a constant.
 */
export type DossierCode =
  | {
      readonly kind: 'official';
      /** "H20.57", or "000.17.22.H56" in the order of before 2020. */
      readonly agency: string;
      readonly order: 'level-1-first' | 'level-1-last';
      readonly date: CivilDate;
      readonly number: number;
      /** As many as were written: 4 from provincial systems, 6 or 7 from ministry portals. */
      readonly digits: number;
      /** First two digits of a ministry portal's number; null for a provincial one. */
      readonly ministry: string | null;
    }
  | { readonly kind: 'temporary'; readonly date: CivilDate; readonly number: number; readonly logLetters: string }
  /** Any other system's code, kept as it was written. */
  | { readonly kind: 'other'; readonly text: string };

const NEW_ORDER = /^([A-Z]\d{2}(?:\.\d{2,3}){0,4})-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/;
const OLD_ORDER = /^(\d{3}(?:\.\d{2,3}){0,3}\.[A-Z]\d{2})-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/;
const TEMPORARY = /^TAM-(\d{2})(\d{2})(\d{2})-(\d{3,5})-([0-9A-Z]{4}-?[0-9A-Z]{4})$/;

/**
 * "H20.57-261123-0304".
 * @throws RangeError where the parts make no code: an agency of another shape, no such day, a number outside 1–9,999,999.
 */
export function formatDossierCode(parts: {
  readonly agency: string;
  readonly date: CivilDate;
  readonly number: number;
}): string {
  const { agency, date, number } = parts;
  if (!Number.isInteger(number) || number < 1 || number > 9_999_999) {
    throw new RangeError(`not a dossier number: ${number}`);
  }
  const code = `${agency}-${shortDate(date)}-${String(number).padStart(4, '0')}`;
  if (!NEW_ORDER.test(code) && !OLD_ORDER.test(code)) throw new RangeError(`not an agency code: ${agency}`);
  return code;
}

/**
 * "TAM-261123-012-7K2M-41QF" (số tạm), where no official number is at hand: date, number of the log's day, seven letters
 * of the log's random tail and a check letter over all of it. "TAM" has two letters where an official code has two
 * digits, so none can be read as the other; letters without I, L, O, U and the check letter survive a phone call;
 * 35 bits keep the logs of a province apart.
 * @throws RangeError where the log is no UUID, the day does not exist, or the number is outside 1–99,999.
 */
export function formatTemporaryCode(parts: {
  readonly log: string;
  readonly date: CivilDate;
  readonly number: number;
}): string {
  const { log, date, number } = parts;
  if (!Number.isInteger(number) || number < 1 || number > 99_999) {
    throw new RangeError(`not a temporary number: ${number}`);
  }
  const hex = log.replace(/-/g, '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`not a log: ${log}`);
  // The head of a version 7 UUID is its time, alike for desks enrolled together; the tail is random.
  const letters = lettersOf(hex.slice(-9));
  const counted = String(number).padStart(3, '0');
  const checked = withCheckLetter(shortDate(date) + counted + letters).slice(-1);
  return `TAM-${shortDate(date)}-${counted}-${letters.slice(0, 4)}-${letters.slice(4)}${checked}`;
}

/** Reads a code as printed, scanned or typed: small letters, spaces, other dashes. What is no code of ours is `other`. */
export function parseDossierCode(text: string): DossierCode {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '');
  return official(code) ?? temporary(code) ?? { kind: 'other', text: text.normalize('NFC').trim() };
}

function official(code: string): DossierCode | null {
  const newOrder = NEW_ORDER.exec(code);
  const match = newOrder ?? OLD_ORDER.exec(code);
  if (match === null) return null;
  const [, agency = '', yy, mm, dd, digits = ''] = match;
  const date = parseCivilDate(`20${yy}-${mm}-${dd}`);
  if (date === null || Number(digits) === 0) return null;
  return {
    kind: 'official',
    agency,
    order: newOrder === null ? 'level-1-last' : 'level-1-first',
    date,
    number: Number(digits),
    digits: digits.length,
    ministry: digits.length >= 6 ? digits.slice(0, 2) : null,
  };
}

function temporary(code: string): DossierCode | null {
  const [, yy = '', mm = '', dd = '', digits = '', tail = ''] = TEMPORARY.exec(code) ?? [];
  const date = parseCivilDate(`20${yy}-${mm}-${dd}`);
  const letters = plainLetters(tail);
  if (date === null || !isChecked(yy + mm + dd + digits + letters)) return null;
  return { kind: 'temporary', date, number: Number(digits), logLetters: letters.slice(0, 7) };
}

/** What a row shows of a code: the day's four digits ("0304"), "T012" for a temporary one, null for other systems' codes. */
export function shortNumber(code: string): string | null {
  const parsed = parseDossierCode(code);
  switch (parsed.kind) {
    case 'official':
      return String(parsed.number).padStart(parsed.digits, '0');
    case 'temporary':
      return `T${String(parsed.number).padStart(3, '0')}`;
    case 'other':
      return null;
  }
}

/** Everything under which a search must find the code, in capitals: whole, without signs, from the date on, the short number. */
export function codeAliases(code: string): string[] {
  const parsed = parseDossierCode(code);
  if (parsed.kind === 'other') {
    const whole = parsed.text.toUpperCase();
    return [...new Set([whole, whole.replace(/[^\p{L}\p{N}]/gu, '')])].filter((alias) => alias !== '');
  }
  const whole = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const fromDate = whole.slice(whole.indexOf('-') + 1);
  return [...new Set([whole, whole.replace(/[.-]/g, ''), fromDate, shortNumber(code) ?? whole])];
}

function shortDate(date: CivilDate): string {
  if (parseCivilDate(date) === null || !date.startsWith('20')) throw new RangeError(`not a day of a code: ${date}`);
  return date.slice(2).replace(/-/g, '');
}
