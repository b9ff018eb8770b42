import type { CallOutput } from '../../contract/desk.ts';
import type { HandoverTarget } from '../../contract/desk/handover.ts';

export type Day = CallOutput<'handover.today'>;
export type OutRow = Day['out'][number];
export type InRow = Day['in'][number];

/** What the officer is working on: a batch that leaves, one that comes, or one that is closed already. */
export type Choice = HandoverTarget | { readonly side: 'given'; readonly id: string };

/** One line of the day: what goes, what comes. */
export type DayRow =
  | { readonly kind: 'out'; readonly key: string; readonly row: OutRow }
  | { readonly kind: 'in'; readonly key: string; readonly row: InRow };

export function rowsOf(day: Day): { readonly out: DayRow[]; readonly in: DayRow[] } {
  return {
    out: day.out.map((row) => ({ kind: 'out', key: keyOf(choiceOfOut(row)), row })),
    in: day.in.map((row) => ({ kind: 'in', key: keyOf({ side: 'in', id: row.id }), row })),
  };
}

export function keyOf(choice: Choice): string {
  return choice.side === 'out' ? `out ${choice.key}` : `${choice.side} ${choice.id}`;
}

export function choiceOfRow(row: DayRow): Choice {
  return row.kind === 'out' ? choiceOfOut(row.row) : { side: 'in', id: row.row.id };
}

function choiceOfOut(row: OutRow): Choice {
  return row.batch === null ? { side: 'out', key: row.key } : { side: 'given', id: row.batch.id };
}

/**
 * Where the officer stands: what they chose while it is there, else what is half done, what is due, what comes. A unit
 * takes first, a counter gives first.
 */
export function standing(day: Day, chosen: Choice | null): Choice | null {
  const rows = rowsOf(day);
  const all = [...rows.out, ...rows.in];
  if (chosen !== null) {
    const same = all.find((row) => row.key === keyOf(chosen));
    // A place named by hand stands before anything is due there; one that is due later carries its day in its key.
    const later = chosen.side === 'out' ? all.find((row) => row.key.startsWith(`${keyOf(chosen)}#`)) : undefined;
    if (same !== undefined) return chosen;
    if (later !== undefined) return choiceOfRow(later);
    if (chosen.side === 'out') return chosen;
  }
  const open = (row: DayRow): boolean => row.row.state === 'scanning' || row.row.state === 'taking';
  const due = (row: DayRow): boolean => row.row.state === 'waiting' || row.row.state === 'coming';
  const order = day.side === 'unit' ? [...rows.in, ...rows.out] : [...rows.out, ...rows.in];
  const found = order.find(open) ?? order.find(due) ?? order[0];
  return found === undefined ? null : choiceOfRow(found);
}

/** So many lines stand above the open batch and leave it its room. */
const WITHOUT_FOLDING = 5;

/**
 * The lines that are shown while the list is folded: batches both sides have signed for give their room to the open one,
 * except the one that is looked at.
 */
export function folded(lines: readonly DayRow[], current: Choice | null): readonly DayRow[] {
  if (lines.length <= WITHOUT_FOLDING) return lines;
  const chosen = current === null ? null : keyOf(current);
  return lines.filter(({ key, row }) => key === chosen || (row.state !== 'signed' && row.state !== 'accepted'));
}

/** Where a scan goes to. */
export function targetOf(choice: Choice | null): HandoverTarget | null {
  return choice === null || choice.side === 'given' ? null : choice;
}
