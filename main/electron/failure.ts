import { ProblemError, problemText } from '../../contract/problems.ts';

/** What a person reads when the desk cannot start: code and sentences in Vietnamese, then English. */
export function failureText(error: unknown): string {
  const code = error instanceof ProblemError ? error.code : 'GN-03';
  const problem = problemText(code, error instanceof ProblemError ? error.params : { id: '' });
  const lines = [problem.what, problem.safe, problem.todo];
  return [code, ...lines.map((line) => line.vi), '', ...lines.map((line) => line.en)].join('\n');
}
