import { timingSafeEqual } from 'node:crypto';
import type { SigningKey } from '../contract/signing.ts';
import { macOf } from './keys.ts';
import type { Clock, Randomness } from './ports.ts';

/** How long a nonce is taken, by the server's clock alone: a wrong desk clock locks nobody out. */
export const NONCE_LIVES_MS = 10 * 60_000;

export interface Nonces {
  next(): string;
  /** Whether it is one of ours and young enough. */
  accepts(nonce: string): boolean;
}

/**
 * Nonces nobody has to remember: time and random bytes under a MAC of the province's key, so any instance takes another's.
 * A request may therefore be repeated as it is for ten minutes; every route gives a repeat the same end.
 */
export function createNonces(key: SigningKey, clock: Clock, random: Randomness): Nonces {
  const mac = macOf(key, 'nonce');
  return {
    next() {
      const data = Buffer.alloc(20);
      data.writeBigUInt64BE(BigInt(clock.now()));
      random.bytes(12).copy(data, 8);
      return Buffer.concat([data, mac(data)]).toString('base64url');
    },
    accepts(nonce) {
      const bytes = Buffer.from(nonce, 'base64url');
      if (bytes.length !== 52 || bytes.toString('base64url') !== nonce) return false;
      const data = bytes.subarray(0, 20);
      if (!timingSafeEqual(bytes.subarray(20), mac(data))) return false;
      const age = clock.now() - Number(data.readBigUInt64BE());
      return age >= -NONCE_LIVES_MS && age <= NONCE_LIVES_MS;
    },
  };
}
