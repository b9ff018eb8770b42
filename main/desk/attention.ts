import type { CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText, type ProblemCode } from '../../contract/problems.ts';
import { codeOfView, type DossierView, type Flag } from '../../domain/dossier/view.ts';
import type { DeskContext } from './context.ts';
import { writtenLocal } from './trusted-time.ts';

type AttentionRow = CallOutput<'attention.list'>[number];

/** What needs a person (việc cần xem lại): dossiers the fold flags, and verdicts that are not plain 'applied'. */
export function attentionList(context: DeskContext): AttentionRow[] {
  const { store } = context;
  const rows = store.dossiers
    .flagged()
    .flatMap((view) => view.flags.map((flag) => rowOf(view, codeOf(flag), view.received?.receivedAt ?? view.openedAt)));
  for (const { aggregateId, verdict } of store.outbox.toLookAt(500)) {
    const view = store.dossiers.get(aggregateId);
    if (view === null || verdict.reason === null || !isProblemCode(verdict.reason)) continue;
    rows.push(rowOf(view, verdict.reason, writtenLocal(verdict.at)));
  }
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** How many dossiers need a person. Counted, not listed: the status bar asks at every change. */
export function attentionCount(context: DeskContext): number {
  return context.store.outbox.countToLookAt();
}

export function codeOf(flag: Flag): ProblemCode {
  switch (flag.kind) {
    case 'received-twice':
      return 'XV-09';
    case 'unreadable':
      return 'XV-03';
    case 'out-of-place':
      return 'XV-10';
    case 'not-approved':
      return 'XV-11';
    case 'two-sides':
      return 'XV-12';
    case 'paper-missing':
      return 'XV-13';
    case 'custody-gap':
      return 'XV-14';
  }
}

function rowOf(view: DossierView, code: ProblemCode, at: string): AttentionRow {
  const { what, todo } = problemText(code);
  return {
    dossierId: view.id,
    code: codeOfView(view),
    name: view.intake.applicant?.name ?? '',
    problem: code,
    text: what,
    todo,
    at,
  };
}
