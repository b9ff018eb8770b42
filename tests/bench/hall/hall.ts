import type { Figure } from '../report.ts';
import { benchBoard } from './board.ts';
import { benchPhones } from './phones.ts';

/** `npm run bench -- hall`: how soon a call is on displays and phones, and how fresh the province's board is while every office works. */
export async function benchHall(): Promise<Figure[]> {
  return [...(await benchPhones()), ...(await benchBoard())];
}
