import { LineDown, ProvinceRefused } from './province.ts';

/** So often in a row it counts for the province as a whole, or the line: those come and go. */
const BEFORE_ITS_OWN = 3;

/** The province answers others, and fails at this again and again. */
export class Stumbled extends Error {
  override readonly name = 'Stumbled';
  /** Milliseconds the server asks to wait (Retry-After), or null. */
  readonly retryAfter: number | null;

  constructor(cause: unknown) {
    super('the province stumbles over it', { cause });
    this.retryAfter = cause instanceof ProvinceRefused ? cause.retryAfter : null;
  }
}

/** What the province fails at while it answers: one log that it stumbles over must hold up neither the others nor the feed. */
export interface Stumbling {
  /**
   * Notes that it failed, in a round in which the province had answered.
   * @returns whether it has become a fault of its own by now; else it may be the line, or the whole server
   */
  fell(what: string, error: unknown): boolean;
  /** It was answered, whatever was said. */
  wentThrough(what: string): void;
}

export function stumbling(): Stumbling {
  const times = new Map<string, number>();
  return {
    fell(what, error) {
      // A certificate that is not accepted says nothing of what was asked.
      const isCut = error instanceof LineDown && error.code === 'DT-01';
      if (!isCut && !(error instanceof ProvinceRefused && error.status >= 500)) return false;
      const now = (times.get(what) ?? 0) + 1;
      times.set(what, now);
      return now >= BEFORE_ITS_OWN;
    },
    wentThrough(what) {
      times.delete(what);
    },
  };
}
