import { ProblemError, type ProblemCode } from '../../contract/problems.ts';
import type { Log } from '../desk/ports.ts';
import type { LineState } from './line-state.ts';
import { LineDown, ProvinceRefused } from './province.ts';
import { Stumbled } from './stumbling.ts';

/**
 * What the line is after a round that failed, and how long the province asks to be left alone, ms.
 * @param since device clock, ms: since when nothing goes
 */
export function lineAfter(
  error: unknown,
  since: number,
  log: Log,
): { readonly next: LineState; readonly retryAfter: number | null } {
  if (error instanceof LineDown) {
    const { code } = error;
    if (code === 'DT-01') return { next: { state: 'down', since, code }, retryAfter: null };
    log.warn('the certificate of the province is not accepted', { code });
    return { next: { state: 'stopped', since, code }, retryAfter: null };
  }
  if (error instanceof ProvinceRefused) {
    const { status, code, retryAfter } = error;
    log.warn('the province refused', { status, code });
    // 5xx and 429 pass; anything else needs a person, and is tried again all the same.
    const passes = status >= 500 || status === 429;
    return {
      next: passes ? { state: 'down', since, code: passingCode(status, code) } : { state: 'stopped', since, code },
      retryAfter,
    };
  }
  if (error instanceof Stumbled) {
    log.error('the province answers, and fails at what this desk sends again and again', error.cause);
    return { next: { state: 'stopped', since, code: 'DT-08' }, retryAfter: error.retryAfter };
  }
  const problem = error instanceof ProblemError ? error.code : 'GN-03';
  log.error('sync round failed', error, { code: problem });
  // What cannot be kept here is no receipt of this counter: it has words of its own.
  return { next: { state: 'stopped', since, code: problem === 'LT-03' ? 'LT-08' : problem }, retryAfter: null };
}

/** A proxy in front answers in no words of ours while the server behind it is away. */
function passingCode(status: number, code: ProblemCode): ProblemCode {
  if (status === 429) return 'DT-04';
  return code === 'DT-04' || code === 'SV-09' ? code : 'SV-01';
}
