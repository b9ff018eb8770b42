import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { dateOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { ticksOf } from '../../../domain/processing/clock-days.ts';
import { dueGroups, type DueRow } from '../../../domain/processing/due-groups.ts';
import { extensionUntil } from '../../../domain/processing/last-days.ts';
import { listsOf, workLists, type WorkList } from '../../../domain/processing/lists.ts';
import { remindersFor, type Reminder } from '../../../domain/processing/reminders.ts';
import { ticksWords } from '../../../domain/processing/unit-cells.ts';
import { stepOf } from '../../../domain/processing/work-step.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { standOf } from '../stand.ts';
import { colleaguesOf, unitPlace } from './place.ts';

type Reply = CallOutput<'processing.list'>;
type Row = Reply['groups'][number]['rows'][number];

/** A list of more rows than these is cut; the count says how many there are. */
const MOST_ROWS = 300;

/** The lists of a processing unit's officer, by due date (danh sách việc của phòng). */
export function createWorkLists(context: DeskContext) {
  const { store } = context;

  return {
    list(session: DeskSession, wanted: WorkList): Reply {
      const { user } = session;
      if (user === null) throw new ProblemError('DN-03');
      const place = unitPlace(context, user);
      const now = context.localNow();
      const today = dateOf(now);
      const calendar = context.reference.calendar(enrolmentOf(context).office);
      const all = [...store.worklists.ofUnit(place), ...store.worklists.doneBy(place.user, today)];
      const lists = new Map<WorkList, DossierView[]>(workLists.map((list) => [list, []]));
      for (const view of all) for (const list of listsOf(view, place, today)) lists.get(list)?.push(view);
      const views = lists.get(wanted) ?? [];
      const shown = views.slice(0, MOST_ROWS);
      return {
        list: wanted,
        unit: place.unit,
        // Every list has its entry above.
        counts: Object.fromEntries([...lists].map(([list, of]) => [list, of.length])) as Reply['counts'],
        groups: grouped(shown, calendar, now, (view) => rowOf(view, calendar, now)),
        reminders: shown.flatMap((view) => remindersOf(view, calendar, now)).toSorted(byPressure),
        more: views.length - shown.length,
        colleagues: colleaguesOf(context, place.unit).map(({ id, name }) => ({ id, name })),
        dueToday: (lists.get('working') ?? []).filter(
          ({ clock }) => clock.dueAt !== null && dateOf(clock.dueAt) <= today,
        ).length,
      };
    },
  };

  function rowOf(view: DossierView, calendar: WorkingCalendar, now: LocalDateTime): Row {
    const ticks = ticksOf(view.clock, calendar, now);
    return {
      id: view.id,
      code: codeOfView(view),
      name: view.intake.applicant?.name ?? '',
      procedure: view.intake.procedure.shortName,
      step: stepOf(view),
      dueAt: view.clock.dueAt,
      paused: view.clock.pausedSince !== null,
      ticks,
      ticksWords: ticksWords(ticks),
      assigneeName: view.work.assigneeName,
      rounds: view.rounds.length,
      stand: standOf(store, view.id, view.flags.length > 0).state,
    };
  }
}

function grouped(
  views: readonly DossierView[],
  calendar: WorkingCalendar,
  now: LocalDateTime,
  rowOf: (view: DossierView) => Row,
): Reply['groups'] {
  const rows = views.map((view): DueRow & { row: Row } => ({
    dueAt: view.clock.dueAt,
    paused: view.clock.pausedSince !== null,
    apologised: view.clock.extensions > 0,
    extendUntil: view.clock.extensions > 0 ? null : extensionUntil(view, calendar),
    row: rowOf(view),
  }));
  return dueGroups(rows, calendar, now).map((group) => ({ ...group, rows: group.rows.map(({ row }) => row) }));
}

/** What of a dossier should be remembered, as rows of a list's head and of the attention tray. */
export function remindersOf(view: DossierView, calendar: WorkingCalendar, now: LocalDateTime): Reply['reminders'] {
  return remindersFor(view, calendar, now).map(({ kind, act, words }) => ({
    dossierId: view.id,
    code: codeOfView(view),
    name: view.intake.applicant?.name ?? '',
    kind,
    act,
    words,
  }));
}

const pressing: Readonly<Record<Reminder['kind'], number>> = {
  overdue: 0,
  withdrawal: 1,
  'opinion-late': 2,
  'due-today': 3,
  'last-day-to-extend': 4,
  'last-day-to-ask': 5,
};

function byPressure(a: Pick<Reminder, 'kind' | 'act'>, b: Pick<Reminder, 'kind' | 'act'>): number {
  return Number(b.act) - Number(a.act) || pressing[a.kind] - pressing[b.kind];
}
