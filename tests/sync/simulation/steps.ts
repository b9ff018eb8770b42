import fc from 'fast-check';

/** What can happen, and how often of a thousand steps. */
export const stepWeights = {
  /** An officer does something lawful to a dossier. */
  act: 404,
  /** The province erases something by law. */
  erase: 16,
  receive: 105,
  /** Something that is no dossier's. */
  beside: 20,
  /** Time goes by. */
  wait: 170,
  /** The line of one desk changes its mood. */
  weather: 80,
  /** A desk is killed: at a named point of its next write or page, or as it stands. */
  killDesk: 35,
  /** The server is killed at a named point of its next push, or as it stands. */
  killServer: 20,
  /** The server is slow: a push stands before its commit while other requests come in. */
  holdCommit: 30,
  /** A desk's clock is set: a little, by hours, by years, forward or back. */
  setClock: 20,
  /** A desk's disk is full for a while. */
  fillDisk: 15,
  /** What a desk of an old release wrote. */
  oldEvent: 10,
  /** What no release reads, what the database cannot hold, what is too large, what is not the office's. */
  poison: 12,
  /** A whole request sent hours ago comes once more. */
  lateRepeat: 15,
  /** The courier: what waits is sealed on a stick; a stick is read somewhere. */
  writeStick: 14,
  readStick: 22,
  copyServer: 5,
  restoreServer: 4,
  revoke: 2,
  copyDesk: 6,
  cloneDesk: 2,
  restoreDesk: 2,
} as const;

/** What happens beside it in a seed with a hall, on the same scale. */
export const hallWeights = {
  /** The cable of one desk in the office changes its mood. */
  hallCable: 45,
  /** The office has no line to the province, and its own network alone. */
  hallCut: 14,
  /** Whoever stands at a desk opens the hall, takes it over, closes it. */
  hallKeep: 60,
  /** A ticket is taken, called, ended. */
  hallTicket: 90,
  /** The host is killed: while it keeps what it hears, or as it stands. */
  killHost: 20,
} as const;

/** What happens to digitised papers, on the same scale. */
export const scanWeights = {
  /** A paper becomes a file. */
  digitise: 22,
  /** A desk or the server dies, or finds its disk full, over the next one on its way. */
  scanTrouble: 24,
  /** A file goes, or is damaged, on the disk of a desk. */
  spoilScan: 6,
} as const;

/** The program is updated on a desk that has the release before, on the same scale. */
export const releaseWeights = { update: 3 } as const;

export type ScanStepKind = keyof typeof scanWeights;
export type HallStepKind = keyof typeof hallWeights;
export type StepKind = keyof typeof stepWeights | keyof typeof releaseWeights | ScanStepKind | HallStepKind;

/** Whether the desks of the office are joined to a hall: in every fifth seed. */
export function hasHall(seed: number): boolean {
  return seed % 5 === 0;
}

export interface Step {
  readonly kind: StepKind;
  /** Which desk. */
  readonly desk: number;
  /** Everything else that is drawn. */
  readonly n: number;
}

/** The steps of a seed. @param without kinds that are left out */
export function stepsOf(seed: number, count: number, without: ReadonlySet<StepKind>): readonly Step[] {
  // Object.entries gives strings; the object has one key a kind.
  const weights = { ...stepWeights, ...scanWeights, ...releaseWeights, ...(hasHall(seed) ? hallWeights : {}) };
  const kinds = (Object.entries(weights) as [StepKind, number][]).filter(([kind]) => !without.has(kind));
  const kind = fc.oneof(...kinds.map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })));
  const step = fc.record({ kind, desk: fc.nat({ max: 3 }), n: fc.nat({ max: 2 ** 31 - 1 }) });
  const steps = fc.array(step, { minLength: count, maxLength: count });
  return fc.sample(steps, { seed, numRuns: 1 })[0] ?? [];
}
