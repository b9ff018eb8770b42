/**
 * VietQR: the code a banking app reads to fill in a transfer (EMVCo merchant-presented QR in the profile of NAPAS 247,
 * specification 1.5.2). Made here from the office's account and the amount, so it needs no line.
 */

/** The account fees are transferred to (tài khoản thu phí). */
export interface BankAccount {
  /** Six digits of the bank (mã BIN), from the State Bank's list. */
  readonly bin: string;
  /** Up to 19 letters and digits. */
  readonly account: string;
}

export interface TransferRequest extends BankAccount {
  /** Whole đồng; null leaves it to the payer. */
  readonly amount: number | null;
  /** What the statement will say; see `purposeOf`. Empty: nothing. */
  readonly purpose: string;
}

/** NAPAS among the payment networks, and its service "fast transfer to an account". */
const NETWORK = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
const DONG = '704';
const COUNTRY = 'VN';
/** Thirteen places, as the standard has it. */
const MOST_DONG = 9_999_999_999_999;
const PURPOSE_LETTERS = 25;

const isBin = (bin: string): boolean => /^\d{6}$/.test(bin);
const isAccount = (account: string): boolean => /^[0-9A-Za-z]{1,19}$/.test(account);

/** What is wrong with an account, or null: an administrator sees it while typing. */
export function bankFault(bank: BankAccount): 'bin' | 'account' | null {
  if (!isBin(bank.bin)) return 'bin';
  return isAccount(bank.account) ? null : 'account';
}

/**
 * The text of the QR.
 * @throws RangeError where the account, the amount (whole đồng from 1 up) or the purpose cannot be written in it
 */
export function vietQr({ bin, account, amount, purpose }: TransferRequest): string {
  if (!isBin(bin)) throw new RangeError(`not a bank's number: ${bin}`);
  if (!isAccount(account)) throw new RangeError(`not an account: ${account}`);
  if (amount !== null && !(Number.isInteger(amount) && amount >= 1 && amount <= MOST_DONG)) {
    throw new RangeError(`not an amount to transfer: ${amount}`);
  }
  if (!/^[ -~]*$/.test(purpose) || purpose.length > PURPOSE_LETTERS) throw new RangeError('not a purpose');
  const beneficiary = field('00', bin) + field('01', account);
  const unchecked = [
    field('00', '01'),
    // 12: made for one payment; 11: the payer says how much.
    field('01', amount === null ? '11' : '12'),
    field('38', field('00', NETWORK) + field('01', beneficiary) + field('02', TO_ACCOUNT)),
    field('53', DONG),
    amount === null ? '' : field('54', String(amount)),
    field('58', COUNTRY),
    purpose === '' ? '' : field('62', field('08', purpose)),
    '6304',
  ].join('');
  return unchecked + crc16(unchecked);
}

/**
 * A dossier code as the purpose of a transfer: capitals, digits and spaces only, because banks drop other signs, and at
 * most 25 of them. What must go is the beginning: the day and its number find the dossier.
 */
export function purposeOf(code: string): string {
  const plain = code
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
  if (plain.length <= PURPOSE_LETTERS) return plain;
  const end = plain.slice(-PURPOSE_LETTERS);
  const cutInWord = !plain.slice(0, -PURPOSE_LETTERS).endsWith(' ') && !end.startsWith(' ');
  return (cutInWord && end.includes(' ') ? end.slice(end.indexOf(' ')) : end).trim();
}

/**
 * Reads such a text back: what a banking app would fill in.
 * @returns null where the checksum is wrong or it is not a transfer to an account in đồng
 */
export function readVietQr(text: string): TransferRequest | null {
  const checked = text.slice(0, -4);
  if (!checked.endsWith('6304') || crc16(checked) !== text.slice(-4)) return null;
  const root = fieldsOf(text);
  const network = fieldsOf(root?.get('38') ?? '');
  const beneficiary = fieldsOf(network?.get('01') ?? '');
  if (network?.get('00') !== NETWORK || network.get('02') !== TO_ACCOUNT) return null;
  if (root?.get('53') !== DONG || root.get('58') !== COUNTRY) return null;
  const bin = beneficiary?.get('00') ?? '';
  const account = beneficiary?.get('01') ?? '';
  if (bankFault({ bin, account }) !== null) return null;
  const amount = root.get('54');
  const purpose = fieldsOf(root.get('62') ?? '')?.get('08') ?? '';
  return { bin, account, amount: amount === undefined ? null : Number(amount), purpose };
}

/** Id, length in two digits, value. */
function field(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

function fieldsOf(text: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const length = Number(text.slice(at + 2, at + 4));
    const value = text.slice(at + 4, at + 4 + length);
    if (!/^\d{4}$/.test(text.slice(at, at + 4)) || value.length !== length) return null;
    fields.set(text.slice(at, at + 2), value);
    at += 4 + length;
  }
  return fields;
}

/** CRC-16/CCITT-FALSE of ASCII text (ISO/IEC 13239, polynomial 1021, from FFFF), four capitals. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
