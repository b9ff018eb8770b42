import type { Policy } from './run-day.ts';
import type { InLine } from '../../../domain/ticket/line.ts';

/** The orders ours is held against. Each takes from a counter's line, the longest in line first. */
export interface Rival {
  readonly name: string;
  /** A fresh one for each day. */
  readonly begin: () => Policy;
}

/** By when the ticket was taken or put back, bookings too. */
const firstCome: Policy = (line) =>
  line.reduce<InLine | undefined>(
    (best, each) => (best === undefined || each.ticket.queuedAt < best.ticket.queuedAt ? each : best),
    undefined,
  );

export const ours: Rival = { name: 'ours', begin: () => null };
export const fcfs: Rival = { name: 'first come', begin: () => firstCome };
/** Earliest deadline first, none broken off: the limit runs from when each stands in line. */
export const deadline: Rival = { name: 'deadline', begin: () => (line) => line.toSorted((a, b) => a.left - b.left)[0] };
/** As Novo SGA calls unless it is changed: every priority ticket before every other. */
export const strict: Rival = {
  name: 'strict priority',
  begin: () => (line) => line.find(({ claim }) => claim !== null) ?? line[0],
};
/** At each counter one priority ticket, then one other. */
export const mixed: Rival = {
  name: 'one to one',
  begin: () => {
    const wasPriority = new Map<string, boolean>();
    return (line, counter) => {
      const wanted = wasPriority.get(counter) !== true;
      const chosen = line.find(({ claim }) => (claim !== null) === wanted) ?? line[0];
      if (chosen !== undefined) wasPriority.set(counter, chosen.claim !== null);
      return chosen;
    };
  },
};

export const rivals: readonly Rival[] = [ours, fcfs, strict, mixed, deadline];
