import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { existsSync, fsyncSync, openSync, closeSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '../../contract/problems.ts';
import type { DatabaseKey } from './sqlite.ts';

/**
 * The database key wrapped in up to three ways: by the operating system's keychain, by the machine passphrase where
 * there is no keychain, and sealed to the office recovery key, so that a broken Windows profile loses no unsent work.
 */
const wrapSchema = z.strictObject({ nonce: z.base64(), cipher: z.base64() });
const keyFileSchema = z.strictObject({
  version: z.literal(1),
  /** HMAC of a fixed word: tells a wrong key from a damaged database. */
  check: z.string(),
  keychain: z.base64().nullable(),
  passphrase: wrapSchema.extend({ salt: z.base64() }).nullable(),
  recovery: wrapSchema.extend({ ephemeral: z.string() }).nullable(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

export function newDatabaseKey(): DatabaseKey {
  return randomBytes(32).toString('hex');
}

/** @throws ProblemError LT-01 when the file is there but cannot be read as one of ours. */
export function readKeyFile(path: string): KeyFile | null {
  if (!existsSync(path)) return null;
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ProblemError('LT-01', {}, { cause: error });
  }
}

/** Replaces the file whole: written, fsynced, renamed, and the new name made durable too: without it nothing opens. */
export function writeKeyFile(path: string, file: KeyFile): void {
  const part = `${path}.part`;
  const handle = openSync(part, 'w', 0o600);
  writeSync(handle, JSON.stringify(file, null, 1));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, path);
  syncFolder(dirname(path));
}

/** Makes the names in a folder durable. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Windows opens no folder; its file system keeps renames in order.
  }
}

export function keyFileFor(key: DatabaseKey): KeyFile {
  return { version: 1, check: checkOf(key), keychain: null, passphrase: null, recovery: null };
}

/** @throws ProblemError LT-02 when the key is not the one this file was made for. */
export function assertKey(file: KeyFile, key: DatabaseKey): void {
  const [have, want] = [Buffer.from(checkOf(key)), Buffer.from(file.check)];
  if (have.length !== want.length || !timingSafeEqual(have, want)) throw new ProblemError('LT-02');
}

export function withPassphrase(file: KeyFile, key: DatabaseKey, passphrase: string): KeyFile {
  const salt = randomBytes(16);
  return { ...file, passphrase: { salt: salt.toString('base64'), ...wrap(stretch(passphrase, salt), key) } };
}

/** @throws ProblemError LT-02 for a wrong passphrase. */
export function keyFromPassphrase(file: KeyFile, passphrase: string): DatabaseKey {
  if (file.passphrase === null) throw new ProblemError('LT-02');
  return unwrap(stretch(passphrase, Buffer.from(file.passphrase.salt, 'base64')), file.passphrase);
}

/** Seals the key to the office recovery public key (X25519, raw, base64url): only its printed private half opens it. */
export function withRecovery(file: KeyFile, key: DatabaseKey, recoveryPublicKey: string): KeyFile {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawPublic(pair.publicKey);
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: x25519Public(recoveryPublicKey) });
  return { ...file, recovery: { ephemeral, ...wrap(recoverySecret(shared, ephemeral, recoveryPublicKey), key) } };
}

/** @throws ProblemError LT-02 when `recoveryPrivateKey` (raw, base64url) is not the office's. */
export function keyFromRecovery(file: KeyFile, recoveryPrivateKey: string): DatabaseKey {
  if (file.recovery === null) throw new ProblemError('LT-02');
  const privateKey = createPrivateKey({
    key: Buffer.concat([
      Buffer.from('302e020100300506032b656e04220420', 'hex'),
      Buffer.from(recoveryPrivateKey, 'base64url'),
    ]),
    format: 'der',
    type: 'pkcs8',
  });
  const shared = diffieHellman({ privateKey, publicKey: x25519Public(file.recovery.ephemeral) });
  const recoveryPublicKey = rawPublic(createPublicKey(privateKey));
  return unwrap(recoverySecret(shared, file.recovery.ephemeral, recoveryPublicKey), file.recovery);
}

function checkOf(key: DatabaseKey): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('quay-mot-cua key check').digest('base64');
}

function stretch(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
}

function wrap(secret: Buffer, key: DatabaseKey): { nonce: string; cipher: string } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  const sealed = Buffer.concat([cipher.update(Buffer.from(key, 'hex')), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), cipher: sealed.toString('base64') };
}

function unwrap(secret: Buffer, wrapped: { nonce: string; cipher: string }): DatabaseKey {
  try {
    const sealed = Buffer.from(wrapped.cipher, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(wrapped.nonce, 'base64'));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('hex');
  } catch (error) {
    throw new ProblemError('LT-02', {}, { cause: error });
  }
}

function recoverySecret(shared: Buffer, ephemeral: string, recoveryPublicKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, `${ephemeral}.${recoveryPublicKey}`, 'quay-mot-cua recovery 1', 32));
}

const X25519_SPKI = Buffer.from('302a300506032b656e032100', 'hex');

function x25519Public(raw: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([X25519_SPKI, Buffer.from(raw, 'base64url')]),
    format: 'der',
    type: 'spki',
  });
}

function rawPublic(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(X25519_SPKI.length).toString('base64url');
}
