import type { CounterQueue } from './queue.ts';

/**
 * Guidance sheets and whom they were told to: the first print of what was told to whoever stands at the counter is the end
 * of it; another copy, or the sheet of somebody who was there before, ends nobody's serving time.
 */
export interface SheetsTold {
  told(adviceId: string): void;
  /** @returns whether it was told to who stands there now, and is printed for the first time */
  printed(adviceId: string): boolean;
}

export function createSheetsTold(queue: Pick<CounterQueue, 'serving'>): SheetsTold {
  const onPaper = new Set<string>();
  let here: { readonly ticket: string; readonly sheets: Set<string> } | null = null;
  return {
    told(adviceId) {
      const ticket = queue.serving();
      if (ticket === null) return;
      if (here?.ticket !== ticket) here = { ticket, sheets: new Set() };
      here.sheets.add(adviceId);
    },
    printed(adviceId) {
      if (onPaper.has(adviceId)) return false;
      onPaper.add(adviceId);
      return here !== null && here.sheets.has(adviceId) && here.ticket === queue.serving();
    },
  };
}
