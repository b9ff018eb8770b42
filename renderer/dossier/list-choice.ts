import type { CallInput } from '../../contract/desk.ts';

type Listed = CallInput<'dossier.list'>;

/** Which dossiers the list shows: the newest received, or those of a state, by due date, field, unit and officer. */
export interface ListChoice extends Omit<Listed, 'which' | 'limit'> {
  readonly which: 'recent' | Listed['which'];
}

export const recent: ListChoice = { which: 'recent', group: null, field: null, unit: null, officer: null };
