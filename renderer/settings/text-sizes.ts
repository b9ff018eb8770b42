import type { Preferences } from '../../contract/desk/session.ts';

/** Choices are named by text; the sizes are numbers, in percent. */
const sizes = { '100': 100, '115': 115, '130': 130 } as const satisfies Record<string, Preferences['textSize']>;

export type SizeKey = keyof typeof sizes;

export const textSizes = {
  keys: ['100', '115', '130'] satisfies SizeKey[],
  sizeOf: (key: SizeKey): Preferences['textSize'] => sizes[key],
  keyOf: (size: Preferences['textSize']): SizeKey => `${size}`,
} as const;
