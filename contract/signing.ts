import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign as edSign,
  verify as edVerify,
  type KeyObject,
} from 'node:crypto';
import { canonical } from '../domain/log/canonical.ts';
import type { Sealer, Verifier } from '../domain/log/envelope.ts';
import type { Beginning } from './logs.ts';
import type { Verdict } from './sync.ts';

/**
 * Ed25519 and SHA-256 as desk and server use them: over event hashes, over requests, over verdicts.
 * Public keys travel as base64url of the raw 32 bytes; signatures as base64url of the raw 64 bytes.
 */

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface SigningKey {
  /** base64url, 32 bytes. */
  readonly publicKey: string;
  /** base64url, 32 bytes. Never leaves the machine that made it. */
  readonly privateKey: string;
}

export function newSigningKey(): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  return {
    publicKey: pair.publicKey
      .export({ type: 'spki', format: 'der' })
      .subarray(SPKI_PREFIX.length)
      .toString('base64url'),
    privateKey: pair.privateKey
      .export({ type: 'pkcs8', format: 'der' })
      .subarray(PKCS8_PREFIX.length)
      .toString('base64url'),
  };
}

/** The pair of a private key made elsewhere, 32 bytes of base64url. */
export function signingKeyOf(privateKey: string): SigningKey {
  const publicKey = createPublicKey(privateKeyObject(privateKey))
    .export({ type: 'spki', format: 'der' })
    .subarray(SPKI_PREFIX.length)
    .toString('base64url');
  return { publicKey, privateKey };
}

export function sha256(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

export function sealerOf(key: SigningKey): Sealer {
  const privateKey = privateKeyObject(key.privateKey);
  return { sha256, sign: (digest) => edSign(null, Buffer.from(digest, 'hex'), privateKey).toString('base64url') };
}

/** @throws where `publicKey` is not 32 bytes of base64url. */
export function verifierOf(publicKey: string): Verifier {
  const key = publicKeyObject(publicKey);
  return {
    sha256,
    verify: (digest, signature) => edVerify(null, Buffer.from(digest, 'hex'), key, Buffer.from(signature, 'base64url')),
  };
}

/** Signs any text (a request line, a canonical verdict): the signature is over its SHA-256. */
export function signText(key: SigningKey, text: string): string {
  return sealerOf(key).sign(sha256(text));
}

export function verifyText(publicKey: string, text: string, signature: string): boolean {
  return verifierOf(publicKey).verify(sha256(text), signature);
}

/** What a desk signs of the beginning of a log of its own making. */
export function beginningText({ device, left, log, moved }: Omit<Beginning, 'signature'>): string {
  const runs = moved.map(({ at, from, ids, seq }) => ({ at, from, ids, seq }));
  const logs = left.map(({ because, hash: of, log: old, seq }) => ({ because, hash: of, log: old, seq }));
  return `log begun\n${canonical({ device, left: logs, log, moved: runs })}`;
}

/** What the province signs of a verdict: all it says, in canonical form. */
export function verdictText(verdict: Omit<Verdict, 'signature'>): string {
  const { at, book, end, eventId, hash: of, log, reason, seq } = verdict;
  const place = book === null ? null : { number: book.number, year: book.year };
  return canonical({ at, book: place, end, eventId, hash: of, log, reason, seq });
}

function privateKeyObject(raw: string): KeyObject {
  return kept(privateKeys, raw, () =>
    createPrivateKey({
      key: Buffer.concat([PKCS8_PREFIX, Buffer.from(raw, 'base64url')]),
      format: 'der',
      type: 'pkcs8',
    }),
  );
}

function publicKeyObject(raw: string): KeyObject {
  return kept(publicKeys, raw, () => {
    const bytes = Buffer.from(raw, 'base64url');
    if (bytes.length !== 32) throw new RangeError('an Ed25519 public key has 32 bytes');
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' });
  });
}

/** Reading a key costs as much as using it: the last ones used are kept read. */
const privateKeys = new Map<string, KeyObject>();
const publicKeys = new Map<string, KeyObject>();
/** A server's desks, many times over; a desk knows a few. */
const KEPT_KEYS = 30_000;

function kept(keys: Map<string, KeyObject>, raw: string, read: () => KeyObject): KeyObject {
  const known = keys.get(raw);
  if (known !== undefined) return known;
  const key = read();
  const [oldest] = keys.keys();
  if (keys.size >= KEPT_KEYS && oldest !== undefined) keys.delete(oldest);
  keys.set(raw, key);
  return key;
}
