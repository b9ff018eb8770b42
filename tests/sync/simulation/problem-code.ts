/** The code of a problem a person can meet, whichever release of the program says it; null: it is none. */
export function problemCode(error: unknown): string | null {
  return error instanceof Error && error.name === 'ProblemError' && 'code' in error ? String(error.code) : null;
}
