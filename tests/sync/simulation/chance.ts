/** Draws of one step, from its own number: taking other steps away (shrinking) changes none of them. */
export interface Chance {
  /** [0, 1) */
  fraction(): number;
  /** 0 … below - 1 */
  below(count: number): number;
  /** True in about `percent` of a hundred. */
  happens(percent: number): boolean;
  /** @throws RangeError for an empty list */
  of<T>(list: readonly T[]): T;
}

/** mulberry32: small, fast, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(fraction() * count);
  return {
    fraction,
    below,
    happens: (percent) => fraction() * 100 < percent,
    of(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('an empty list');
      return found;
    },
  };
}

/** Draws for each that has some to make by itself, of one step: who draws first changes nothing for the others. */
export type Draws = (whose: string) => Chance;

export function drawsOf(seed: number): Draws {
  const known = new Map<string, Chance>();
  return (whose) => {
    const found = known.get(whose) ?? chanceOf(mixed(seed, whose));
    known.set(whose, found);
    return found;
  };
}

/** FNV-1a. */
function mixed(seed: number, text: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
