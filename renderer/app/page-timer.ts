import type { Timer } from '../../domain/within.ts';

/** The page's own time. */
export const pageTimer: Timer = {
  after(ms, fn) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};
