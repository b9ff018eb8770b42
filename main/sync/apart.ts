import { ProblemError } from '../../contract/problems.ts';
import { ProvinceRefused } from './province.ts';

/** The line is there and answers others: only 5xx, 429, a refused device and no answer at all end the round. */
export function isApart(error: unknown): boolean {
  if (error instanceof ProvinceRefused) return error.status < 500 && ![401, 403, 429].includes(error.status);
  return error instanceof ProblemError;
}

/**
 * What is refused of one log holds up nothing else either, `403` too: a province put back from a copy does not know a log
 * begun since, and only the feed's new epoch and the comparison tell. A revoked desk is refused its feed as well.
 */
export function isOfLog(error: unknown): boolean {
  return isApart(error) || isUnknownLog(error);
}

export function isUnknownLog(error: unknown): boolean {
  return error instanceof ProvinceRefused && error.status === 403;
}
