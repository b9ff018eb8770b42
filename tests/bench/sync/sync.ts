import type { Figure } from '../report.ts';
import { benchDrain } from './drain.ts';

/** What sync can carry. */
export async function benchSync(): Promise<Figure[]> {
  return await benchDrain();
}
