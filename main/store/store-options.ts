import type { StorePoint } from './points.ts';

export interface StoreOptions {
  readonly create: boolean;
  /** For the names of copies made while opening. */
  readonly stamp: string;
  /** At most this many pages: a full disk, on purpose. */
  readonly maxPages?: number | undefined;
  /** Ids of logs a desk begins by itself; the system's where none is given. */
  readonly newId?: (() => string) | undefined;
  /** Told each moment as it passes. */
  readonly passing?: ((point: StorePoint) => void) | undefined;
}
