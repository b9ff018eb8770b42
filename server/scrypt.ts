import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptHash } from '../contract/sync.ts';
import { Refusal } from './problem.ts';

/** Password hashes, few at a time: each takes 32 MiB and most of a tenth of a second. */
export interface Scrypt {
  hash(password: string): Promise<ScryptHash>;
  matches(password: string, stored: ScryptHash): Promise<boolean>;
}

/** Checked for an unknown name, so that a guess takes as long as a wrong password. No password matches it. */
export const NOBODY: ScryptHash = {
  salt: Buffer.alloc(16).toString('base64url'),
  hash: Buffer.alloc(32).toString('base64url'),
};

/** @param atOnce how many run together · @param waiting how many may wait; one more is refused 503 DT-04 */
export function createScrypt(atOnce = 2, waiting = 40): Scrypt {
  let running = 0;
  const queue: (() => void)[] = [];
  const stretch = async (password: string, salt: Buffer): Promise<Buffer> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new Refusal(503, 'DT-04', { retryAfter: 5 });
      await new Promise<void>((go) => queue.push(go));
    }
    running += 1;
    try {
      return await derive(password.normalize('NFC'), salt);
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  };
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return { salt: salt.toString('base64url'), hash: (await stretch(password, salt)).toString('base64url') };
    },
    async matches(password, stored) {
      const want = Buffer.from(stored.hash, 'base64url');
      const have = await stretch(password, Buffer.from(stored.salt, 'base64url'));
      return want.length === have.length && timingSafeEqual(have, want);
    },
  };
}

/** N = 2^15, r = 8, p = 1, 32 bytes: what the desk checks offline (contract/sync.ts). */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(password, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error === null ? done(key) : fail(error),
    );
  });
}
