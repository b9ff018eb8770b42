/**
 * How digitised papers go to the province: in what order, in how large chunks, how fast. Pure; the lane (main/sync) does it.
 */

/** Bytes of a chunk: what it begins with, and how small and large it becomes. */
export interface ChunkSizes {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** Bytes of a chunk. Below `usual` only on a line that carries no more in one piece: a lost chunk is sent again whole. */
export const CHUNK = { least: 65_536, usual: 1_048_576, most: 4_194_304 } as const satisfies ChunkSizes;

/** What became of a chunk: taken by the province after so many ms, lost with the line, or refused as too large. */
export type ChunkEnd = { readonly kind: 'through'; readonly ms: number } | { readonly kind: 'lost' | 'tooLarge' };

/** Through in less: the line carries more. Through in more: what is lost with the line would cost too much. */
const QUICK_MS = 2_000;
const SLOW_MS = 15_000;

/** The size of the next chunk, by what became of the last one. */
export function chunkAfter(size: number, end: ChunkEnd, { least, most }: ChunkSizes = CHUNK): number {
  const within = (bytes: number): number => Math.min(most, Math.max(least, Math.floor(bytes)));
  if (end.kind !== 'through' || end.ms > SLOW_MS) return within(size / 2);
  return within(end.ms < QUICK_MS ? size * 2 : size);
}

/** A file that waits, as far as choosing goes. */
export interface Sendable {
  readonly hash: string;
  /** Bytes still to go. */
  readonly left: number;
  /** Device clock, ms. */
  readonly since: number;
  /** Tries that failed since the last chunk that went through. */
  readonly failures: number;
}

/** A file that has waited so long goes before smaller ones that came later. */
export const LONG_MS = 3_600_000;

/**
 * The file whose chunk goes next: those that fail stand back behind those that do not; what has waited an hour comes
 * first; then the one with the least left, so that no large file holds up a small one.
 */
export function nextToSend<F extends Sendable>(files: readonly F[], now: number): F | null {
  const before = (a: F, b: F): boolean => {
    if (a.failures !== b.failures) return a.failures < b.failures;
    const [longA, longB] = [now - a.since >= LONG_MS, now - b.since >= LONG_MS];
    if (longA !== longB) return longA;
    if (longA && a.since !== b.since) return a.since < b.since;
    return a.left === b.left ? a.hash < b.hash : a.left < b.left;
  };
  return files.reduce<F | null>((best, file) => (best === null || before(file, best) ? file : best), null);
}

/** How long the line is left to other work after a chunk, ms. @param ceiling bytes a second; 0: none */
export function restAfter(bytes: number, ms: number, ceiling: number): number {
  return ceiling === 0 ? 0 : Math.max(0, Math.ceil((bytes * 1000) / ceiling - ms));
}
