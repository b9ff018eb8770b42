import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptHash } from '../../contract/sync.ts';

/** scrypt N=2^15, r=8, p=1, 32 bytes: the same at the server, so that a password made there is checked here offline. */
export async function hashSecret(secret: string): Promise<ScryptHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64url'), hash: (await stretch(secret, salt)).toString('base64url') };
}

export async function secretMatches(secret: string, stored: ScryptHash): Promise<boolean> {
  const want = Buffer.from(stored.hash, 'base64url');
  const have = await stretch(secret, Buffer.from(stored.salt, 'base64url'));
  return want.length === have.length && timingSafeEqual(have, want);
}

/** A stored hash that no secret matches: checked for an unknown name, so that a guess takes as long as a wrong password. */
export const NOBODY: ScryptHash = {
  salt: Buffer.alloc(16).toString('base64url'),
  hash: Buffer.alloc(32).toString('base64url'),
};

function stretch(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
