/**
 * What a working day is taken to be, so that a load can be computed from it. Each of these is an assumption; where
 * something was published it is named beside it.
 */
export const day = {
  /** Opening time: 7:00–11:30 and 13:30–17:00 would be 8 h; the last half hour of each half brings nobody. */
  hours: 7.5,
  /** Six counters, so 150 a centre: press tells of 50 visitors a day in a rural commune and 220 to 250 dossiers at a branch in Hanoi. */
  dossiersACounter: 25,
  /** Received with its slip, handed over, accepted, two steps, finished, result laid ready, returned. */
  eventsADossier: 8,
  /** Times somebody saves something, each of which is pushed at once: receipt and slip are one. */
  actsADossier: 7,
  countersAnOffice: 6,
} as const;

/** Acts a second of so many desks together, averaged over the day. */
export function actsPerSecond(desks: number): number {
  return (desks * day.dossiersACounter * day.actsADossier) / (day.hours * 3600);
}

/** Events one counter writes in a day. */
export const eventsACounterADay = day.dossiersACounter * day.eventsADossier;

/** As the desk does it (main/sync/sync.ts), ms. */
export const asks = {
  /** With its stream of hints open. */
  newsMs: 60_000,
  referenceMs: 600_000,
  timeMs: 600_000,
  /** Back-off while the line is down: full jitter under this ceiling. */
  backOffCeilingMs: 30_000,
} as const;
