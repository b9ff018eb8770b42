import { timingSafeEqual } from 'node:crypto';
import type { SigningKey } from '../contract/signing.ts';
import { macOf } from './keys.ts';

/** How long an online sign-in lasts. */
export const SESSION_LIVES_MS = 12 * 3_600_000;

export interface SessionFacts {
  readonly user: string;
  readonly device: string;
  /** Of the password it was opened with: a new password ends it. */
  readonly passwordSerial: number;
  /** Milliseconds since 1970, server clock, whole seconds. */
  readonly expiresAt: number;
}

export interface SessionTokens {
  issue(facts: SessionFacts): string;
  /** What a token says, or null where it is none of ours or over. */
  read(token: string, now: number): SessionFacts | null;
}

/**
 * Sessions nobody has to remember: the facts under a MAC of the province's key. A token works from the device it was
 * given to only.
 */
export function createSessionTokens(key: SigningKey): SessionTokens {
  const mac = macOf(key, 'session');
  return {
    issue({ user, device, passwordSerial, expiresAt }) {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(Math.floor(expiresAt / 1000));
      head.writeUInt32BE(passwordSerial, 4);
      const data = Buffer.concat([head, Buffer.from(device.replaceAll('-', ''), 'hex'), Buffer.from(user)]);
      return Buffer.concat([mac(data), data]).toString('base64url');
    },
    read(token, now) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= 32 + 24 || bytes.toString('base64url') !== token) return null;
      const data = bytes.subarray(32);
      if (!timingSafeEqual(bytes.subarray(0, 32), mac(data))) return null;
      const expiresAt = data.readUInt32BE() * 1000;
      if (expiresAt <= now) return null;
      const hex = data.subarray(8, 24).toString('hex');
      const device = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
      return { user: data.subarray(24).toString(), device, passwordSerial: data.readUInt32BE(4), expiresAt };
    },
  };
}
