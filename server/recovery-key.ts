import { createHash, generateKeyPairSync } from 'node:crypto';

/** An office recovery key (khóa khôi phục): X25519. The private half is printed once and kept by the administrator on paper. */
export interface RecoveryKey {
  /** Raw, base64url: what desks wrap their database key to. */
  readonly publicKey: string;
  /** Nine groups of six letters; the last two letters are a check over the others. */
  readonly printed: string;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_LETTERS = 52;

export function newRecoveryKey(): RecoveryKey {
  const pair = generateKeyPairSync('x25519');
  const raw = (der: Buffer): Buffer => der.subarray(der.length - 32);
  const privateKey = raw(pair.privateKey.export({ type: 'pkcs8', format: 'der' }));
  return {
    publicKey: raw(pair.publicKey.export({ type: 'spki', format: 'der' })).toString('base64url'),
    printed: printedKey(privateKey),
  };
}

export function printedKey(privateKey: Buffer): string {
  const letters = lettersOf(privateKey, KEY_LETTERS);
  return ((letters + checkOf(privateKey)).match(/.{6}/g) ?? []).join('-');
}

/** Reads a key as typed from paper: case, hyphens and blanks do not matter. Null where a letter was mistyped. */
export function readPrintedKey(text: string): Buffer | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (!/^[0-9A-HJKMNP-TV-Z]{54}$/.test(letters)) return null;
  let bits = 0n;
  for (let i = 0; i < KEY_LETTERS; i++) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letters.charAt(i)));
  // 52 letters are 260 bits: the key and four zero bits behind it.
  if ((bits & 15n) !== 0n) return null;
  const key = Buffer.from((bits >> 4n).toString(16).padStart(64, '0'), 'hex');
  return checkOf(key) === letters.slice(KEY_LETTERS) ? key : null;
}

function lettersOf(bytes: Buffer, count: number): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`) << BigInt(count * 5 - bytes.length * 8);
  let letters = '';
  for (let i = 0; i < count; i++) {
    letters = (ALPHABET[Number(bits & 31n)] ?? '0') + letters;
    bits >>= 5n;
  }
  return letters;
}

function checkOf(key: Buffer): string {
  const [first = 0, second = 0] = createHash('sha256').update(key).digest();
  return `${ALPHABET[first & 31] ?? '0'}${ALPHABET[second & 31] ?? '0'}`;
}
