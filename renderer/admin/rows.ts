import { foldText, matchesWords } from '../../domain/citizen/name.ts';
import type { Office } from '../../contract/sync.ts';

/** Rows whose words begin with every word of the query, marks or not. */
export function filtered<R>(rows: readonly R[], query: string, textOf: (row: R) => string): R[] {
  return rows.filter((row) => matchesWords(textOf(row), query));
}

/** By given name, as Vietnamese lists are: the last word first, then the whole; disabled rows after the others. */
export function inListOrder<R extends { readonly name: string; readonly disabled: boolean }>(rows: readonly R[]): R[] {
  const key = ({ name }: R): string => {
    const words = foldText(name).split(' ');
    return `${words.at(-1) ?? ''} ${words.join(' ')}`;
  };
  return rows.toSorted(
    (a, b) => Number(a.disabled) - Number(b.disabled) || key(a).localeCompare(key(b), 'vi', { numeric: true }),
  );
}

/** Offices by their short name; for lists to choose from. */
export function officesInOrder(offices: readonly Office[]): Office[] {
  return offices.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'vi', { numeric: true }));
}

/** The row put in the place of the one with its id, or at the end. */
export function withRow<R extends { readonly id: string }>(rows: readonly R[] | undefined, row: R): R[] {
  const old = rows ?? [];
  return old.some(({ id }) => id === row.id) ? old.map((r) => (r.id === row.id ? row : r)) : [...old, row];
}
