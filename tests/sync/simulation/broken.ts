export type PromiseName =
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'S5'
  | 'S6'
  | 'S7'
  | 'S8'
  | 'S9'
  | 'S10'
  | 'S11'
  | 'S12'
  | 'erasure'
  | 'revocation';

/** A promise of the design (What is promised), that of an erasure by law or of a revocation, that did not hold. */
export class PromiseBroken extends Error {
  override readonly name = 'PromiseBroken';
  readonly promise: PromiseName;

  constructor(promise: PromiseName, what: string) {
    super(`${promise}: ${what}`);
    this.promise = promise;
  }
}

export function holds(is: boolean, promise: PromiseName, what: () => string): void {
  if (!is) throw new PromiseBroken(promise, what());
}
