/** A paper somebody digitised: its bytes were kept at the desk before the event that names it was written. */
export interface Digitised {
  readonly hash: string;
  readonly bytes: number;
  /** What its bytes are drawn from. */
  readonly n: number;
  readonly dossierId: string;
  /** Of the desk it was digitised at. */
  readonly desk: string;
  /** The officer was told that it is in the dossier; false: the desk died, or was full, before it said so. */
  isTold: boolean;
  /** Its bytes were spoiled, or went, on the disk of a desk that had them: nobody may be left to send them. */
  isSpoilt: boolean;
  /** Its bytes stood nowhere any more when some disk was lost. */
  isGone: boolean;
}

/** What the oracle knows of digitised papers. */
export interface ScanLedger {
  begun(paper: Omit<Digitised, 'isTold' | 'isSpoilt' | 'isGone'>): Digitised;
  /** The bytes of this file are no longer what they were, at one desk. */
  spoilt(hash: string): void;
  /** The bytes of these files alone stand at the province or at a desk in order. */
  onlyLeft(standing: ReadonlySet<string>): void;
  all(): readonly Digitised[];
  /** One of these, each in its turn: a dozen seeds must meet every one. */
  next<T>(points: readonly T[]): T;
}

export function newScanLedger(seed: number): ScanLedger {
  let turn = seed * 5;
  const papers: Digitised[] = [];
  return {
    begun(paper) {
      const made = {
        ...paper,
        isTold: false,
        isGone: false,
        isSpoilt: papers.some((each) => each.hash === paper.hash && each.isSpoilt),
      };
      papers.push(made);
      return made;
    },
    spoilt(hash) {
      for (const each of papers) if (each.hash === hash) each.isSpoilt = true;
    },
    onlyLeft(standing) {
      for (const each of papers) each.isGone ||= !standing.has(each.hash);
    },
    all: () => papers,
    next(points) {
      const point = points[turn % points.length];
      turn += 1;
      if (point === undefined) throw new RangeError('an empty list');
      return point;
    },
  };
}
