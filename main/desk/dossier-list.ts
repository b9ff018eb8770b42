import type { CallInput, CallOutput } from '../../contract/desk.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import type { DossierView } from '../../domain/dossier/fold.ts';
import { compareWork, workGroupOf, workGroups, type WorkGroup } from '../../domain/dossier/work-list.ts';
import type { WorkRow } from '../store/lists.ts';
import { enrolmentOf, type DeskContext } from './context.ts';
import { daysLeft } from './days-left.ts';

type Input = CallInput<'dossier.list'>;
type Output = CallOutput<'dossier.list'>;
type Facet = 'groups' | 'fields' | 'units' | 'officers';
type Grouped = WorkRow & { readonly group: WorkGroup };

/** Of a state that is nobody's work any more, the newest so many. */
const MOST_ENDED = 2000;

/** A list by state, due date, field, officer and unit; views are read for the rows that are shown alone. */
export function dossierList(
  context: DeskContext,
  rowOf: (view: DossierView) => CallOutput<'dossier.recent'>[number],
  input: Input,
): Output {
  const { store } = context;
  const { office } = enrolmentOf(context);
  const now = context.localNow();
  const calendar = context.reference.calendar(office);
  const from = input.which === 'open' ? store.lists.open() : store.lists.inState(office, input.which, MOST_ENDED);
  const rows = from.map((row): Grouped => {
    const left = daysLeft(row.dueAt, dateOf(now), calendar);
    return { ...row, group: workGroupOf({ ...row, daysLeft: left }, now) };
  });
  const fits = (row: Grouped, but: Facet | null): boolean =>
    (but === 'groups' || input.group === null || row.group === input.group) &&
    (but === 'fields' || input.field === null || row.field === input.field) &&
    (but === 'units' || input.unit === null || row.unit === input.unit) &&
    (but === 'officers' || input.officer === null || row.assignee === input.officer);
  const chosen = rows.filter((row) => fits(row, null));
  // What has ended is no work: the newest first, as it came.
  const sorted = input.which === 'open' ? chosen.toSorted(compareWork) : chosen;
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  /** What another filter leaves to choose from. */
  const choices = (facet: Facet, of: (row: Grouped) => string, label: (value: string) => string): Output[Facet] => {
    const counts = new Map<string, number>();
    for (const row of rows) if (fits(row, facet)) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, label: label(value), count }));
  };
  const byLabel = (list: Output[Facet]): Output[Facet] =>
    list.toSorted((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
  return {
    rows: sorted.slice(0, input.limit).flatMap(({ id, group }) => {
      const view = store.dossiers.get(id);
      return view === null ? [] : [{ ...rowOf(view), group }];
    }),
    total: sorted.length,
    groups: choices(
      'groups',
      (row) => row.group,
      (group) => group,
    ).toSorted((a, b) => place(a.value) - place(b.value)),
    fields: byLabel(
      choices(
        'fields',
        (row) => row.field,
        (field) => field,
      ),
    ),
    units: byLabel(
      choices(
        'units',
        (row) => row.unit,
        (unit) => unit,
      ),
    ),
    officers: byLabel(choices('officers', (row) => row.assignee, nameOf)),
  };
}

function place(group: string): number {
  return workGroups.findIndex((each) => each === group);
}
