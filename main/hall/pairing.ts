import { createHmac, scryptSync, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../contract/problems.ts';
import type { Clock, Randomness } from '../desk/ports.ts';

/** What both sides of a pairing have seen of each other: another machine in between would have shown other keys. */
export interface Meeting {
  readonly hostPin: string;
  readonly joinerPin: string;
  readonly hostNonce: string;
  readonly joinerNonce: string;
}

/** Twelve of these letters are 60 random bits; none looks like another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const LIVES_MS = 10 * 60_000;
const TRIES = 5;

/** The code shown at the host and typed at the joining machine (mã ghép máy): once, ten minutes, five tries. */
export interface PairingCode {
  /** A new one; an older one is worth nothing any more. */
  make(): { readonly code: string; readonly minutes: number };
  /** Whether one is open now. */
  isOpen(): boolean;
  /** The host's own proof, where the joiner's is right; the code is spent then. @throws ProblemError SN-02 */
  answer(meeting: Meeting, proof: string): string;
  withdraw(): void;
}

export function pairingCode(clock: Clock, random: Randomness): PairingCode {
  let open: { readonly code: string; readonly until: number; tries: number } | null = null;
  const current = () => (open !== null && clock.monotonic() < open.until ? open : null);
  return {
    make() {
      // 32 letters: the five low bits of a byte are as even as the byte.
      const letters = Array.from(random.bytes(LENGTH), (byte) => LETTERS[byte & 31] ?? '');
      const code = letters.join('').replace(/(.{4})(?=.)/g, '$1-');
      open = { code, until: clock.monotonic() + LIVES_MS, tries: TRIES };
      return { code, minutes: LIVES_MS / 60_000 };
    },
    isOpen: () => current() !== null,
    answer(meeting, proof) {
      const now = current();
      if (now === null) throw new ProblemError('SN-02');
      const right = Buffer.from(proofOf(now.code, 'join', meeting), 'hex');
      const given = Buffer.from(proof, 'hex');
      if (right.length !== given.length || !timingSafeEqual(right, given)) {
        now.tries -= 1;
        if (now.tries <= 0) open = null;
        throw new ProblemError('SN-02');
      }
      open = null;
      return proofOf(now.code, 'host', meeting);
    },
    withdraw() {
      open = null;
    },
  };
}

/**
 * That somebody knows the code, bound to both keys and both nonces. Who listens, or stands in between, has one guess at 60
 * bits behind scrypt in the ten minutes the code lives. Hex.
 */
export function proofOf(code: string, side: 'join' | 'host', meeting: Meeting): string {
  const { hostPin, joinerPin, hostNonce, joinerNonce } = meeting;
  const key = scryptSync(plain(code), `quay-mot-cua hall 1 ${hostPin} ${joinerPin}`, 32, { N: 2 ** 14, r: 8, p: 1 });
  return createHmac('sha256', key).update(`${side} ${hostNonce} ${joinerNonce}`).digest('hex');
}

/** As it was shown, however it was typed: small letters, no hyphens, O for 0. */
function plain(code: string): string {
  return code
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
    .replace(/[^0-9A-Z]/g, '');
}
