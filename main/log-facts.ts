/**
 * What of a fact or an error may stand in the log: nothing a person typed. ID numbers, telephone and account numbers
 * are runs of nine digits or more; an error's message is kept only where the platform wrote it and it quotes no value.
 */

const LONGEST = 300;

/** @returns the text with each run of nine or more digits (spaces, dots, dashes between) replaced by `#`. */
export function withoutNumbers(text: string): string {
  const masked = text.replace(/\d(?:[ .-]?\d){8,}/g, '#');
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}

export interface ErrorFacts {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: ErrorFacts;
}

/** @returns name, code, stack frames and causes (three deep); the message where it is safe. */
export function describeError(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = safeMessage(error, code);
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join('\n');
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message: withoutNumbers(message) }),
    ...(frames === '' ? {} : { stack: frames }),
    ...(error.cause === undefined || depth >= 2 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** System calls, SQLite and the engine's own type errors name files, columns and properties, never values. */
function safeMessage(error: Error, code: string | undefined): string | undefined {
  if (code !== undefined) return /^(?:E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code) ? error.message : undefined;
  return error.name === 'TypeError' || error.name === 'ReferenceError' ? error.message : undefined;
}
