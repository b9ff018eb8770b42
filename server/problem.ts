import { problemText, type ProblemCode } from '../contract/problems.ts';
import type { ErrorReply } from '../contract/sync.ts';

/** An answer that says no: the status and the problem, nothing else leaves the server. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;
  /** Seconds after which to try again (Retry-After), or null. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: ProblemCode,
    options: {
      readonly params?: Readonly<Record<string, string>>;
      readonly retryAfter?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${status} ${code}`, options.cause === undefined ? {} : { cause: options.cause });
    this.status = status;
    this.code = code;
    this.params = options.params ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

export function errorReply(code: ProblemCode, params: Readonly<Record<string, string>> = {}): ErrorReply {
  const { what, safe, todo } = problemText(code, params);
  return { code, vi: [what.vi, safe.vi, todo.vi].join(' '), en: [what.en, safe.en, todo.en].join(' ') };
}
