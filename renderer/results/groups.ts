import type { ResultRow } from '../../contract/desk/results.ts';

/** How the list of results is read. */
export type Order = 'age' | 'shelf' | 'due';

/** Heads of the groups; `place` and `day` carry their own words. */
export type GroupHead =
  | { readonly kind: 'arrived' | 'toRemind' | 'toArchive' | 'today' | 'earlier' | 'electronic' | 'away' | 'undated' }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'day'; readonly day: string };

export interface ResultGroup {
  readonly key: string;
  readonly head: GroupHead;
  readonly rows: readonly ResultRow[];
}

/**
 * By age: what came and lies nowhere yet first, then whose turn it is to be reminded or archived, then today's, then what
 * has waited longer. By shelf: place by place. By due date: day by day. What has not come is always last.
 */
export function groupsOf(rows: readonly ResultRow[], order: Order, today: string): ResultGroup[] {
  const groups = new Map<string, { head: GroupHead; rank: string; rows: ResultRow[] }>();
  for (const row of rows) {
    const { head, rank } = placeOf(row, order, today);
    const key = head.kind === 'place' ? `place ${head.place}` : head.kind === 'day' ? `day ${head.day}` : head.kind;
    const group = groups.get(key) ?? { head, rank, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .toSorted((a, b) => a.rank.localeCompare(b.rank, 'vi', { numeric: true }))
    .map(({ key, head, rows: own }) => ({ key, head, rows: own }));
}

function placeOf(row: ResultRow, order: Order, today: string): { head: GroupHead; rank: string } {
  if (row.at === 'way' || row.at === 'unit') return { head: { kind: 'away' }, rank: '9' };
  if (row.at === 'counter') return { head: { kind: 'arrived' }, rank: '0' };
  if (row.at === 'electronic' && order !== 'due') return { head: { kind: 'electronic' }, rank: '8' };
  switch (order) {
    case 'age': {
      if (row.isDue) {
        const isLast = row.next.kind === 'archive';
        return { head: { kind: isLast ? 'toArchive' : 'toRemind' }, rank: isLast ? '2' : '1' };
      }
      const isToday = row.readyAt?.startsWith(today) === true;
      return { head: { kind: isToday ? 'today' : 'earlier' }, rank: isToday ? '3' : '4' };
    }
    case 'shelf':
      return { head: { kind: 'place', place: row.place }, rank: `5 ${row.place}` };
    case 'due':
      return row.dueAt === null
        ? { head: { kind: 'undated' }, rank: '6' }
        : { head: { kind: 'day', day: row.dueAt.slice(0, 10) }, rank: `5 ${row.dueAt.slice(0, 10)}` };
  }
}
