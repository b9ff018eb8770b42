import type { PaperTrouble } from '../../contract/hall-print.ts';

/** Words of `hall` for what keeps a ticket from being printed. */
export const troubleKeys = {
  'paper-out': 'paperOut',
  'cover-open': 'coverOpen',
  offline: 'offline',
  'not-reached': 'notReached',
  error: 'printerError',
  'not-drawn': 'notDrawn',
} as const satisfies Record<PaperTrouble, string>;
