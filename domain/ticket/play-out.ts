/**
 * Plays a line out into the future: who would be called when, if everybody took as long as `seconds` says. The calling
 * rule looks ahead with it, and so do the waits on tickets and the board's next hour.
 */
export interface Standing {
  readonly series: string;
  /** The only counter that may call it; null: whichever serves the series. */
  readonly counter: string | null;
  /** Goes before those without a claim. */
  readonly claim: boolean;
  /** Seconds from now at which it is in line; 0 and less: it is. */
  readonly from: number;
}

export interface Server {
  readonly id: string;
  readonly series: ReadonlySet<string>;
  /** Seconds from now at which it is free. */
  readonly free: number;
}

export interface PlayOut {
  /** Series every counter serves. */
  readonly everybodys: ReadonlySet<string>;
  /** Seconds that the row of this index takes. */
  readonly seconds: (index: number) => number;
  /** Whether claims go first; else whoever has been in line longest. */
  readonly claimsFirst: boolean;
  /** Play no further than until this row is called. */
  readonly until?: number;
}

/**
 * Seconds from now until each is called, rows in the order in which they stand in line; Infinity for those no counter
 * takes (and for all not called yet where `until` ends it).
 */
export function playOut(servers: readonly Server[], rows: readonly Standing[], how: PlayOut): number[] {
  const starts = rows.map(() => Number.POSITIVE_INFINITY);
  const free = servers.map((server) => server.free);
  const waiting = rows.map((_, index) => index);
  /** Who is still to be called and may go first: once there is nobody, the first of the line is who is looked for. */
  let claimants = how.claimsFirst ? rows.filter(({ claim }) => claim).length : 0;
  while (waiting.length > 0) {
    let soonest = 0;
    for (let s = 1; s < free.length; s++) if ((free[s] ?? 0) < (free[soonest] ?? 0)) soonest = s;
    const now = free[soonest];
    const server = servers[soonest];
    if (server === undefined || now === undefined || now === Number.POSITIVE_INFINITY) break;
    let place = -1;
    let claims = false;
    let later = Number.POSITIVE_INFINITY;
    for (let w = 0; w < waiting.length; w++) {
      const row = rows[waiting[w] ?? -1];
      if (row === undefined || !takes(server, row, how.everybodys)) continue;
      if (row.from > now) {
        later = Math.min(later, row.from);
        continue;
      }
      if (place >= 0 && (claims || !row.claim)) continue;
      place = w;
      claims = row.claim;
      if (claims || claimants === 0) break;
    }
    if (place < 0) {
      // Idle until somebody comes, or for good.
      free[soonest] = later;
      continue;
    }
    const [index] = waiting.splice(place, 1);
    if (index === undefined) break;
    if (claimants > 0 && rows[index]?.claim === true) claimants -= 1;
    starts[index] = now;
    free[soonest] = now + how.seconds(index);
    if (index === how.until) break;
  }
  return starts;
}

/** Whether a counter may call somebody: it serves the series, and they are kept for no other. */
export function takes(server: Pick<Server, 'id' | 'series'>, row: Standing, everybodys: ReadonlySet<string>): boolean {
  if (row.counter !== null) return row.counter === server.id;
  return server.series.has(row.series) || everybodys.has(row.series);
}
