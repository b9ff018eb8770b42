import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { base64urlSchema, epochMsSchema, hashSchema, idSchema } from './primitives.ts';
import { sha256, signText, verifyText, type SigningKey } from './signing.ts';
import { beginLogRequestSchema, beginningSchema } from './logs.ts';
import { pushReplySchema, pushRequestSchema } from './sync.ts';

/**
 * The courier (chuyển dữ liệu bằng USB): a desk's unsent events in a sealed file for days without a line, and the
 * province's answer in another. One line of JSON (the header), the sealed content, 64 bytes of Ed25519 over the SHA-256
 * of both. Sealed with AES-256-GCM under a key of X25519 with the receiver's Ed25519 key, taken to the Montgomery curve
 * (RFC 7748), so that desk and province need no other key than those they know each other by.
 */
export const courierHeaderSchema = z.object({
  courier: z.literal(1),
  kind: z.enum(['send', 'answer']),
  /** Id of the province it is for, or from. */
  province: idSchema,
  /** Device that made it; null: saved from a desk that is no more, with a key made for it alone. In an answer: whom for. */
  device: idSchema.nullable(),
  /** Ed25519 key of who made it, raw, base64url. */
  key: base64urlSchema(64),
  ephemeral: base64urlSchema(64),
  nonce: base64urlSchema(32),
});
export type CourierHeader = z.output<typeof courierHeaderSchema>;

/**
 * What a desk sends: the same batches as POST /v1/push takes, of any logs it holds unsent, its own and those of the office's
 * other desks that it heard through the hall. `begun`: how logs in it began and were left, as their desks have signed it.
 */
export const courierContentSchema = z.object({
  made: epochMsSchema,
  begin: beginLogRequestSchema.nullable(),
  begun: z.array(beginningSchema).max(500).default([]),
  batches: z.array(pushRequestSchema).max(2000),
});
export type CourierContent = z.output<typeof courierContentSchema>;

/** What the province answers: for each batch what POST /v1/push would, or the code it was refused with. */
export const courierAnswerSchema = z.object({
  /** SHA-256 of the file answered. */
  of: hashSchema,
  at: epochMsSchema,
  replies: z.array(
    z.union([
      z.object({ log: idSchema, reply: pushReplySchema }),
      z.object({ log: idSchema, refused: z.string().max(40) }),
    ]),
  ),
});
export type CourierAnswer = z.output<typeof courierAnswerSchema>;

/** POST /v1/courier: a file somebody has carried to a desk with a line. */
export const courierRequestSchema = z.object({ file: base64urlSchema(3_000_000) });
export const courierReplySchema = z.object({ answer: base64urlSchema(8_000_000) });

/** A file is read whole: no more than this after unpacking. What a desk writes at once takes a quarter of it. */
const MAX_UNPACKED = 16 * 1024 * 1024;
/** The same of what a dead desk has left, all in one file, which an administrator reads at the command line. */
export const MAX_REMAINS = 128 * 1024 * 1024;
/** Deeper than anything a desk or a province writes; what is nested a million deep takes gigabytes to be read. */
const MAX_DEPTH = 100;
const SIGNATURE_BYTES = 64;

export interface CourierSeal {
  readonly kind: CourierHeader['kind'];
  readonly province: string;
  readonly device: string | null;
  readonly signer: SigningKey;
  /** Ed25519 public key of who may open it. */
  readonly to: string;
}

export function sealCourier(seal: CourierSeal, content: CourierContent | CourierAnswer): Buffer {
  return sealPacked(seal, gzipSync(JSON.stringify(content)));
}

/** @param packed gzip of the content's JSON */
export function sealPacked(seal: CourierSeal, packed: Uint8Array): Buffer {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawOf(pair.publicKey);
  const nonce = randomBytes(12);
  const header: CourierHeader = {
    courier: 1,
    kind: seal.kind,
    province: seal.province,
    device: seal.device,
    key: seal.signer.publicKey,
    ephemeral,
    nonce: nonce.toString('base64url'),
  };
  const line = Buffer.from(`${JSON.stringify(header)}\n`, 'utf8');
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: x25519Public(montgomeryOf(seal.to)) });
  const cipher = createCipheriv('aes-256-gcm', secretOf(shared, ephemeral, seal.to), nonce);
  cipher.setAAD(line);
  const sealed = Buffer.concat([line, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([sealed, Buffer.from(signText(seal.signer, sha256(sealed)), 'base64url')]);
}

/** The header of a file that its maker has signed as a whole; null for anything else. */
export function courierHeader(file: Uint8Array): CourierHeader | null {
  const bytes = Buffer.from(file);
  const end = bytes.indexOf(0x0a);
  if (end < 2 || end > 1000 || bytes.length < end + 1 + 16 + SIGNATURE_BYTES) return null;
  try {
    const header = courierHeaderSchema.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
    const signature = bytes.subarray(-SIGNATURE_BYTES).toString('base64url');
    const isSigned = verifyText(header.key, sha256(bytes.subarray(0, -SIGNATURE_BYTES)), signature);
    return isSigned ? header : null;
  } catch {
    return null;
  }
}

/**
 * What is sealed in a file whose header was judged; null where it is not for this key, or not what its maker sealed.
 * @param most bytes after unpacking
 */
export function openCourier<S extends z.ZodType>(
  file: Uint8Array,
  header: CourierHeader,
  own: SigningKey,
  schema: S,
  most = MAX_UNPACKED,
): z.output<S> | null {
  const bytes = Buffer.from(file);
  const start = bytes.indexOf(0x0a) + 1;
  const sealed = bytes.subarray(start, -SIGNATURE_BYTES);
  try {
    const shared = diffieHellman({ privateKey: x25519Private(own), publicKey: x25519Public(header.ephemeral) });
    const secret = secretOf(shared, header.ephemeral, own.publicKey);
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(header.nonce, 'base64url'));
    decipher.setAAD(bytes.subarray(0, start));
    decipher.setAuthTag(sealed.subarray(-16));
    const packed = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    const text = gunzipSync(packed, { maxOutputLength: most });
    if (isDeep(text)) return null;
    const content: unknown = JSON.parse(text.toString('utf8'));
    return schema.safeParse(content).data ?? null;
  } catch {
    return null;
  }
}

/** Whether brackets open deeper than `MAX_DEPTH` before the JSON ends, those in texts left out. */
function isDeep(json: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (inText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}

function secretOf(shared: Buffer, ephemeral: string, to: string): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, `${ephemeral}.${to}`, 'quay-mot-cua courier 1', 32));
}

const P = 2n ** 255n - 19n;

/** The Montgomery u of an Ed25519 public key: u = (1 + y) / (1 − y) mod p. base64url, raw. */
function montgomeryOf(ed25519: string): string {
  const bytes = Buffer.from(ed25519, 'base64url');
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
  const u = (mod(1n + y) * power(mod(1n - y), P - 2n)) % P;
  return Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse().toString('base64url');
}

function mod(value: bigint): bigint {
  return ((value % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** The X25519 half that belongs to the Montgomery key: the first 32 bytes of SHA-512 of the Ed25519 seed. */
function x25519Private(key: SigningKey): KeyObject {
  const seed = Buffer.from(key.privateKey, 'base64url');
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32);
  const prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, scalar]), format: 'der', type: 'pkcs8' });
}

const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

function x25519Public(raw: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(raw, 'base64url')]), format: 'der', type: 'spki' });
}

function rawOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length).toString('base64url');
}
