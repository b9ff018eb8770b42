import type { Figure } from '../report.ts';
import { benchBoard } from './board.ts';

/** `npm run bench -- hall`: how fresh the province's board is while every office works. */
export async function benchHall(): Promise<Figure[]> {
  return benchBoard();
}
