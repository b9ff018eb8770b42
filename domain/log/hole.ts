/**
 * A row of a log that is lost for good (mất hẳn một dòng sổ): its body no longer fits its hash, and no copy is left.
 * Written by the desk that lost it, signed as any event, so that the place is closed in the open and nobody waits for it.
 * Who approves of it: nobody; it undoes nothing, it tells.
 */
export interface LogHole {
  readonly log: string;
  readonly seq: number;
  /** What can still be read of it. */
  readonly id: string | null;
  readonly hash: string | null;
  readonly aggregateId: string | null;
}
