import type { ScanPoint } from './scan-vault.ts';

/** Named moments of a write, in order: where the crash proofs kill the process (decision 20). */
export const recordPoints = [
  'begun',
  'sealed',
  'inserted',
  'journaled',
  'projected',
  'before-commit',
  'committed',
] as const;
export type RecordPoint = (typeof recordPoints)[number];

/** Named moments while a page of the feed is taken in. */
export const takeInPoints = ['page-inserted', 'page-projected'] as const;
/** Named moments while what another desk told through the hall is kept, before it is told that it is. */
export const hearPoints = ['heard-inserted', 'heard-committed'] as const;
export type StorePoint = RecordPoint | (typeof takeInPoints)[number] | (typeof hearPoints)[number] | ScanPoint;
