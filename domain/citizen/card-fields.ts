import { parseCivilDate, type CivilDate } from '../calendar/civil-date.ts';
import type { CardFormat } from './card-reading.ts';
import type { Sex } from './person.ts';

/** The fields of a card's QR, one by one: taking the text apart and knowing each by its shape. */

export interface Separated {
  readonly fields: readonly string[];
  /** Whether the separators were not the card's own "|". */
  readonly restored: boolean;
}

/** The fields by their places; null where one of them is missing. `sex` not yet judged. */
export interface FoundFields {
  readonly format: CardFormat;
  readonly personalId: string;
  readonly oldId: string | null;
  readonly name: string | null;
  readonly birthDate: CivilDate | null;
  readonly sex: { readonly sex: Sex; readonly damaged: boolean } | null;
  readonly address: string | null;
  readonly issueDate: CivilDate | null;
  readonly extra: readonly string[];
}

/** "]Q1", which some scanners put in front to name the kind of code, and the line end behind. */
export function trimScan(raw: string): string {
  return raw
    .replace(/^\ufeff/, '')
    .replace(/^\](?:Q|d)\d/, '')
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

const SEX = '[Nn][Aa][Mm]|[Nn][ỮữUu?\ufffd]';
/** The seven fields with one unknown sign between them, the same each time: another keyboard's key for "|". */
const OTHER_SIGN = new RegExp(
  `^\\d{12}([^\\p{L}\\p{N} ,.])(?:\\d{9}|\\d{12})?\\1.+?\\1\\d{8}\\1(?:${SEX})\\1.+?\\1\\d{8}$`,
  'su',
);
/** The same with nothing between them. */
const NO_SIGN = new RegExp(`^(\\d{12})(\\d{9})?(\\D+?)(\\d{8})(${SEX})(.+?)(\\d{8})$`, 'su');

/** The text taken apart at "|", or where none came through, at what stands in its place. Null where it is no card. */
export function separate(text: string): Separated | null {
  if (text.includes('|')) return { fields: text.split('|'), restored: false };
  const sign = OTHER_SIGN.exec(text)?.[1];
  if (sign !== undefined) return { fields: text.split(sign), restored: true };
  const glued = NO_SIGN.exec(text);
  if (glued !== null) return { fields: glued.slice(1).map((field) => field ?? ''), restored: true };
  const lines = text.split(/[\r\n\t;]+/);
  return lines.length >= 4 && lines.some(isPersonalId) ? { fields: lines, restored: true } : null;
}

export function isPersonalId(field: string): boolean {
  return /^\d{12}$/.test(field.trim());
}

export function isOldId(field: string): boolean {
  return /^\d{9}$/.test(field.trim());
}

/** ddMMyyyy as on the card, or dd/MM/yyyy; null where it is no day that exists. */
export function cardDate(field: string): CivilDate | null {
  const match = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(field.trim());
  return match === null ? null : parseCivilDate(`${match[3]}-${match[2]}-${match[1]}`);
}

/** Nam or Nữ in any case. `damaged` where it can only have been Nữ but its mark is gone. Null where it is neither. */
export function cardSex(field: string): { readonly sex: Sex; readonly damaged: boolean } | null {
  const word = field.trim().toLowerCase();
  if (word === 'nam') return { sex: 'male', damaged: false };
  if (word === 'nữ') return { sex: 'female', damaged: false };
  return /^n(?:u|\?|\ufffd|\d{3,4}|u[7+]?[4~]|uwx|uxw|ux)$/.test(word) ? { sex: 'female', damaged: true } : null;
}
