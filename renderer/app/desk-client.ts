import type { CallError, CallInput, CallName, CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText, type Problem, type ProblemCode } from '../../contract/problems.ts';
import { deskBridge } from '../bridge/index.ts';

/** What the desk refused, or what went wrong in it: a code of contract/problems.ts with its parameters. */
export class DeskProblem extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(error: CallError) {
    super(error.code);
    this.name = 'DeskProblem';
    this.code = isProblemCode(error.code) ? error.code : 'GN-03';
    this.params = { id: error.correlationId, ...error.params };
  }

  /** What happened, what is safe, what to do. */
  get sentences(): Problem {
    return problemText(this.code, this.params);
  }
}

/** @throws DeskProblem */
export async function desk<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await deskBridge().call(name, input);
  if (!reply.ok) throw new DeskProblem(reply.error);
  return reply.value;
}

/** The problem in whatever was thrown; what is not a problem of the desk is a fault of the page. */
export function problemOf(thrown: unknown): DeskProblem {
  if (thrown instanceof DeskProblem) return thrown;
  return new DeskProblem({ code: 'GN-03', params: {}, correlationId: '' });
}
