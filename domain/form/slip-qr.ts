import type { LocalDateTime } from '../calendar/civil-date.ts';

/**
 * The QR of a slip. One text serves two readers:
 *
 *     HTTPS://HOST/PATH/TOKEN#QMC1/UUID/CODE/PROCEDURE/DUE/SIGNATURE
 *
 * - A telephone opens the citizen's page. What follows `#` stays in the telephone: no server and no access log sees it.
 * - A counter's scanner finds `#QMC1/` and reads the dossier's facts, with no line.
 *
 * UUID is the dossier's, 39 decimal digits. DUE is YYMMDDHHmm in Vietnam time, `-` where the result is given at once.
 * SIGNATURE is the byte 1 followed by the signature's bytes, as a decimal number: digits take 3⅓ bits in a QR, and no
 * Vietnamese typing program changes them on their way through a scanner that types. Scheme and host are written in
 * capitals for the same density; neither cares about case.
 *
 * With a 64-byte signature and a token of digits or capitals the text is QR version 9 at error correction M.
 */
export interface SlipQr {
  /** Address of the citizen's page without the token: "https://tracuu.example.vn/h/". A missing last slash is added. */
  readonly page: string;
  /** Random, [0-9A-Za-z_-]; digits and capitals make the smaller QR. */
  readonly token: string;
  /** UUID in its usual form, lower case. */
  readonly dossierId: string;
  readonly code: string;
  readonly procedure: string;
  /** To the minute; null where the result is given at once. */
  readonly due: LocalDateTime | null;
  /** Signature of `slipQrFacts`, base64url. Opaque here: who reads it tries the keys of the code's office. */
  readonly signature: string;
}

export const slipQrMark = '#QMC1/';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What the signature covers: all that a unit relies on when it accepts the paper with no line. */
export function slipQrFacts(qr: Pick<SlipQr, 'dossierId' | 'code' | 'procedure' | 'due'>): string {
  if (!UUID.test(qr.dossierId)) throw new RangeError(`not a dossier's id: ${qr.dossierId}`);
  for (const part of [qr.code, qr.procedure]) {
    if (!/^[0-9A-Za-z.\-_]+$/.test(part)) throw new RangeError(`not fit for a slip's QR: ${part}`);
  }
  const uuid = BigInt(`0x${qr.dossierId.replaceAll('-', '')}`)
    .toString()
    .padStart(39, '0');
  return `QMC1/${uuid}/${qr.code}/${qr.procedure}/${qr.due === null ? '-' : shortMoment(qr.due)}`;
}

/** @throws RangeError where a part does not fit the format: a caller's mistake, never a person's */
export function encodeSlipQr(qr: SlipQr): string {
  const page = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s]*)$/i.exec(qr.page.endsWith('/') ? qr.page : `${qr.page}/`);
  if (page === null) throw new RangeError(`not the address of a page: ${qr.page}`);
  if (!/^[0-9A-Za-z_-]{1,60}$/.test(qr.token)) throw new RangeError('not a token');
  return `${page[1]?.toUpperCase() ?? ''}${page[2] ?? ''}${qr.token}#${slipQrFacts(qr)}/${digitsOf(qr.signature)}`;
}

/** The facts in a scanned text, or null where it is not a slip's QR. Says nothing about the signature being right. */
export function decodeSlipQr(text: string): SlipQr | null {
  const match =
    /^(https?:\/\/[^/?#\s]+)(\/(?:[^?#\s]*\/)?)([0-9A-Za-z_-]{1,60})#QMC1\/(\d{39})\/([0-9A-Za-z.\-_]+)\/([0-9A-Za-z.\-_]+)\/(\d{10}|-)\/(\d{1,400})$/i.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, host = '', path = '', token = '', uuid = '', code = '', procedure = '', due = '', digits = ''] = match;
  const dossierId = uuidOf(uuid);
  const signature = base64urlOf(digits);
  const moment = due === '-' ? null : longMoment(due);
  if (dossierId === null || signature === null || moment === undefined) return null;
  return { page: `${host.toLowerCase()}${path}`, token, dossierId, code, procedure, due: moment, signature };
}

function shortMoment(moment: LocalDateTime): string {
  const match = /^20(\d{2})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):\d{2}$/.exec(moment);
  if (match === null) throw new RangeError(`not a moment of this century: ${moment}`);
  return match.slice(1).join('');
}

function longMoment(digits: string): LocalDateTime | undefined {
  const [year, month, day, hour, minute] = digits.match(/\d\d/g) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    return undefined;
  }
  const inRange = month >= '01' && month <= '12' && day >= '01' && day <= '31' && hour <= '23' && minute <= '59';
  return inRange ? `20${year}-${month}-${day}T${hour}:${minute}:00` : undefined;
}

function uuidOf(digits: string): string | null {
  const hex = BigInt(digits).toString(16).padStart(32, '0');
  if (hex.length > 32) return null;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Six bits a letter, the last bits of the last letter unused: the whole bytes behind a byte 1. */
function digitsOf(base64url: string): string {
  let value = 0n;
  for (const letter of base64url) {
    const index = BASE64URL.indexOf(letter);
    if (index < 0) throw new RangeError('not base64url');
    value = value * 64n + BigInt(index);
  }
  const bytes = Math.floor((base64url.length * 6) / 8);
  const unused = BigInt(base64url.length * 6 - bytes * 8);
  return ((1n << BigInt(bytes * 8)) + (value >> unused)).toString();
}

function base64urlOf(digits: string): string | null {
  const hex = BigInt(digits).toString(16);
  // The byte 1 in front leaves an odd number of hexadecimal digits, beginning with 1.
  if (!hex.startsWith('1') || hex.length % 2 === 0) return null;
  const bytes = (hex.length - 1) / 2;
  const letters = Math.ceil((bytes * 8) / 6);
  let value = (BigInt(digits) - (1n << BigInt(bytes * 8))) << BigInt(letters * 6 - bytes * 8);
  let text = '';
  for (let i = 0; i < letters; i += 1) {
    text = (BASE64URL[Number(value % 64n)] ?? '') + text;
    value /= 64n;
  }
  return text;
}
