import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Randomness } from './ports.ts';

/** The operating system's randomness. */
export const systemRandom: Randomness = {
  bytes: (count) => randomBytes(count),
  id: () => v7(),
};
