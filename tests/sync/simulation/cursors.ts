import { holds } from './broken.ts';
import type { SimDesk } from './sim-desk.ts';

/** S6: how far a desk has read its feed never goes back, over kills too, but with a copy of its disk or a new epoch. */
export interface Cursors {
  /** How far it has read by now. @throws PromiseBroken S6 */
  look(desk: SimDesk): void;
  /** It goes on from an older copy. */
  forget(desk: SimDesk): void;
}

export function newCursors(): Cursors {
  const seen = new Map<string, { readonly epoch: string; readonly number: number }>();
  return {
    look(desk) {
      const feed = desk.life?.opened.context.store.meta.get('feed') ?? null;
      if (feed === null) return;
      const number = numberIn(feed.cursor);
      const before = seen.get(desk.name);
      const isBack = before?.epoch === feed.epoch && number < before.number;
      holds(!isBack, 'S6', () => `the cursor of ${desk.name} went back from ${before?.number ?? 0} to ${number}`);
      seen.set(desk.name, { epoch: feed.epoch, number });
    },
    forget(desk) {
      seen.delete(desk.name);
    },
  };
}

/** A cursor says its epoch and the number of the last row it was given. */
function numberIn(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').toString('utf8').split('.')[1]);
}
