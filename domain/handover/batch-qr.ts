import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Purpose } from '../dossier/events/handover.ts';

/**
 * The QR of a handover list (danh sách bàn giao): the receiving side knows the batch with no line, and by the digest of
 * its dossiers whether what was scanned is the whole list.
 *
 *     QMCB1/UUID/NUMBER/PURPOSE/AT/COUNT/DIGEST/FROM OFFICE/FROM PLACE/GIVER/TO OFFICE/TO PLACE/SIGNATURE
 *
 * UUID is the batch's, 39 decimal digits; AT is YYMMDDHHmm in Vietnam time; PURPOSE a digit. Texts are the byte 1
 * followed by their UTF-8 bytes, as a decimal number: digits take 3⅓ bits in a QR, and no Vietnamese typing program
 * changes them on their way through a scanner that types. With a 64-byte signature it is about QR version 12 at
 * error correction M.
 */
export interface BatchQr {
  readonly batchId: string;
  readonly number: number;
  readonly purpose: Purpose;
  /** To the minute. */
  readonly at: LocalDateTime;
  readonly count: number;
  /** First 16 hexadecimal digits of the SHA-256 over the dossiers' ids, sorted, a line each. */
  readonly digest: string;
  readonly from: { readonly office: string; readonly place: string; readonly name: string; readonly isUnit: boolean };
  readonly to: { readonly office: string; readonly place: string; readonly isUnit: boolean };
  /** Ed25519 of {@link batchQrFacts} by the giver's device, hexadecimal. */
  readonly signature: string;
}

const purposes: readonly Purpose[] = ['processing', 'transfer', 'result', 'supplement', 'return'];
const MARK = 'QMCB1/';

/** The text whose digest the list carries. */
export function digestText(dossiers: readonly string[]): string {
  return [...dossiers].sort().join('\n');
}

/** What the signature covers. @throws RangeError where a part does not fit: a caller's mistake, never a person's */
export function batchQrFacts(qr: Omit<BatchQr, 'signature'>): string {
  const uuid = BigInt(`0x${qr.batchId.replaceAll('-', '')}`).toString();
  const at = /^20(\d{2})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(qr.at)?.slice(1).join('');
  if (at === undefined || !/^[0-9a-f]{16}$/.test(qr.digest)) throw new RangeError('not fit for the QR of a list');
  const sides = (qr.from.isUnit ? 1 : 0) + (qr.to.isUnit ? 2 : 0);
  return [
    `${MARK}${uuid.padStart(39, '0')}`,
    String(qr.number),
    `${purposes.indexOf(qr.purpose)}${sides}`,
    at,
    String(qr.count),
    BigInt(`0x1${qr.digest}`).toString(),
    ...[qr.from.office, qr.from.place, qr.from.name, qr.to.office, qr.to.place].map(digitsOfText),
  ].join('/');
}

export function encodeBatchQr(qr: BatchQr): string {
  return `${batchQrFacts(qr)}/${BigInt(`0x1${qr.signature}`).toString()}`;
}

/** The facts in a scanned text, or null where it is no list's QR. Says nothing about the signature being right. */
export function decodeBatchQr(text: string): BatchQr | null {
  const match =
    /^QMCB1\/(\d{39})\/(\d{1,6})\/([0-4])([0-3])\/(\d{10})\/(\d{1,3})\/(\d{1,24})((?:\/\d{1,900}){5})\/(\d{1,400})$/i.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, uuid = '', number = '', purposeDigit = '', sides = '', at = '', count = '', digestDigits = ''] = match;
  const hex = BigInt(uuid).toString(16).padStart(32, '0');
  const purpose = purposes[Number(purposeDigit)];
  const digest = hexOf(digestDigits);
  const signature = hexOf(match[9] ?? '');
  const moment = momentOf(at);
  const texts = (match[8] ?? '').slice(1).split('/').map(textOfDigits);
  const [fromOffice, fromPlace, name, toOffice, toPlace] = texts;
  if (hex.length > 32 || purpose === undefined || digest?.length !== 16 || signature === null || moment === null) {
    return null;
  }
  if (texts.includes(null) || Number(number) === 0) return null;
  return {
    batchId: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
    number: Number(number),
    purpose,
    at: moment,
    count: Number(count),
    digest,
    from: {
      office: fromOffice ?? '',
      place: fromPlace ?? '',
      name: name ?? '',
      isUnit: Number(sides) % 2 === 1,
    },
    to: { office: toOffice ?? '', place: toPlace ?? '', isUnit: Number(sides) >= 2 },
    signature,
  };
}

function momentOf(digits: string): LocalDateTime | null {
  const [year, month, day, hour, minute] = digits.match(/\d\d/g) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    return null;
  }
  const inRange = month >= '01' && month <= '12' && day >= '01' && day <= '31' && hour <= '23' && minute <= '59';
  return inRange ? `20${year}-${month}-${day}T${hour}:${minute}:00` : null;
}

/** The bytes behind a byte 1, as hexadecimal digits. */
function hexOf(digits: string): string | null {
  const hex = BigInt(digits).toString(16);
  return hex.startsWith('1') && hex.length % 2 === 1 ? hex.slice(1) : null;
}

function digitsOfText(text: string): string {
  const bytes = encodeURIComponent(text).replace(/%([0-9A-F]{2})|[^%]/g, (char, hex: string | undefined) =>
    hex === undefined ? char.charCodeAt(0).toString(16) : hex.toLowerCase(),
  );
  return BigInt(`0x1${bytes}`).toString();
}

function textOfDigits(digits: string): string | null {
  const hex = hexOf(digits);
  if (hex === null) return null;
  try {
    return decodeURIComponent(hex.replace(/../g, '%$&'));
  } catch {
    return null;
  }
}
