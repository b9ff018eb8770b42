import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Randomness } from './desk/ports.ts';

/** The operating system's randomness. */
export const systemRandom: Randomness = {
  bytes: (count) => new Uint8Array(randomBytes(count)),
  // 48 bits: every value is exact in a double and below 1.
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  id: () => v7(),
};
