import { flushCompileCache } from 'node:module';
import type { StorePoint } from '../../../main/store/points.ts';
import { chanceOf } from '../../sync/simulation/chance.ts';
import { officerAt, type OfficersDesk } from '../apart/officer-at-work.ts';

/**
 * Child of the kill proof: one desk at which an officer does one thing after another, and says aloud what is saved once
 * told so. Given a point, it kills itself there at the n-th time; else its parent kills it when it likes.
 */
export interface WorkingOrder extends OfficersDesk {
  readonly point: StorePoint | null;
  readonly nth: number;
  /** How many things the officer does; then the desk sends and hears until it is dead. */
  readonly acts: number;
  readonly seed: number;
}

/** Ids of events. */
export interface Saved {
  readonly saved: readonly string[];
}

// Without its parent nobody would ever end it.
process.on('disconnect', () => process.exit(1));
const order = JSON.parse(process.argv[2] ?? '') as WorkingOrder;
let passed = 0;

const officer = await officerAt(order, {
  passing: (point) => {
    if (point !== order.point) return;
    passed += 1;
    if (passed === order.nth) process.kill(process.pid, 'SIGKILL');
  },
});
const chance = chanceOf(order.seed);
// Nobody lets it end by itself, so what Node has read is kept now.
flushCompileCache();
process.send?.({ ready: true });
for (let done = 0; done < order.acts; done++) {
  const saved = await officer.workOnce(chance);
  await new Promise<void>((resolve) => process.send?.({ saved } satisfies Saved, () => resolve()));
  // Officers are people: the desk sends and hears between two things they do.
  await new Promise((resolve) => setTimeout(resolve, chance.below(30)));
}
