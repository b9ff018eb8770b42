import type { Bilingual } from '../domain/text.ts';
import { accountProblems } from './problems/accounts.ts';
import { boardProblems } from './problems/board.ts';
import { bookProblems } from './problems/books.ts';
import { attentionProblems } from './problems/attention.ts';
import { callProblems } from './problems/calls.ts';
import { courierProblems } from './problems/courier.ts';
import { clockProblems } from './problems/clock.ts';
import { correctionProblems } from './problems/correction.ts';
import { digitiseProblems } from './problems/digitise.ts';
import { dossierProblems } from './problems/dossier.ts';
import { enrolmentProblems } from './problems/enrolment.ts';
import { handoverProblems } from './problems/handover.ts';
import { hallProblems } from './problems/hall.ts';
import { guidanceProblems } from './problems/guidance.ts';
import { hallServiceProblems } from './problems/hall-service.ts';
import { lineProblems } from './problems/line.ts';
import { moneyProblems } from './problems/money.ts';
import { printingProblems } from './problems/printing.ts';
import { processingProblems } from './problems/processing.ts';
import { receiptProblems } from './problems/receipt.ts';
import { resultProblems } from './problems/results.ts';
import { serverProblems } from './problems/server.ts';
import { standProblems } from './problems/stand.ts';
import { storageProblems } from './problems/storage.ts';
import { verdictProblems } from './problems/verdicts.ts';
import type { Problem } from './problems/row.ts';

export type { Problem } from './problems/row.ts';

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, params: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'ProblemError';
    this.code = code;
    this.params = params;
  }
}

/** A problem's sentences with its parameters filled in. */
export function problemText(code: ProblemCode, params: Readonly<Record<string, string>> = {}): Problem {
  const problem = problems[code];
  const fill = (text: Bilingual): Bilingual => ({ vi: filled(text.vi, params), en: filled(text.en, params) });
  return { what: fill(problem.what), safe: fill(problem.safe), todo: fill(problem.todo) };
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

export type ProblemCode = keyof typeof problems;

function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/**
 * Everything that can go wrong in front of a person: what happened, what is safe, what to do.
 * One table for desk, server and screens; `{name}` stands for a parameter. Codes never change their meaning.
 */
const problems = {
  ...storageProblems,
  ...callProblems,
  ...accountProblems,
  ...enrolmentProblems,
  ...lineProblems,
  ...courierProblems,
  ...clockProblems,
  ...receiptProblems,
  ...digitiseProblems,
  ...dossierProblems,
  ...processingProblems,
  ...correctionProblems,
  ...attentionProblems,
  ...moneyProblems,
  ...boardProblems,
  ...bookProblems,
  ...handoverProblems,
  ...guidanceProblems,
  ...hallProblems,
  ...resultProblems,
  ...hallServiceProblems,
  ...printingProblems,
  ...serverProblems,
  ...standProblems,
  ...verdictProblems,
} as const satisfies Record<string, Problem>;
