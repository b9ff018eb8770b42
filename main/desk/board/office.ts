import type { OfficeBoard } from '../../../contract/desk/board.ts';
import type { CallOutput } from '../../../contract/desk.ts';
import { placeUse } from '../../../contract/place-use.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { workGroupOf } from '../../../domain/dossier/work-list.ts';
import { definitions, figures } from '../../../domain/indicator/definitions.ts';
import { nextHour } from '../../../domain/indicator/next-hour.ts';
import { officeNow, type CounterNow } from '../../../domain/indicator/office-now.ts';
import { trendOf } from '../../../domain/indicator/province.ts';
import { breachAhead } from '../../../domain/indicator/ways-out.ts';
import { waitsOf, type Wait } from '../../../domain/indicator/waits.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import { priorityOf, seriesOf } from '../../../domain/ticket/series.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { enrolmentOf, nameOfUser, type DeskContext } from '../context.ts';
import { daysLeft } from '../days-left.ts';

/** The hall of the desk's office as this machine knows it: with or without a line, with or without a hall. */
export function hallHere(context: DeskContext): { readonly view: HallView; readonly rules: HallRules } {
  const date = dateOf(context.localNow());
  const { office } = enrolmentOf(context);
  return {
    view: context.store.halls.view(office, date, (id) => context.store.log?.ofAggregate(id) ?? []),
    rules: context.reference.hallRules(date),
  };
}

/** The office's board (bảng của đơn vị). */
export function officeBoard(context: DeskContext): OfficeBoard {
  const { view, rules } = hallHere(context);
  const now = officeNow(view, rules, context.localNow());
  const hour = new Map(nextHour(view, rules, now.at).map((row) => [row.letter, row]));
  const breach = breachAhead(view, rules, now);
  const counterName = (id: string): string => view.counters.find((counter) => counter.id === id)?.name ?? id;
  const person = (wait: Wait) => ({
    ticket: wait.ticket.id,
    text: wait.ticket.text,
    seconds: wait.seconds,
    priority: priorityOf(rules, wait.ticket.priority)?.name ?? null,
  });
  const longestOf = (wait: Wait): OfficeBoard['longest'] => {
    const { letter, name } = named(rules, wait.ticket.series);
    return { ...person(wait), series: letter, name };
  };
  return {
    at: now.at,
    hall: view.state,
    known: newestOf(view),
    limit: now.limit,
    near: Math.round((now.limit * rules.alerts.officePercent) / 100),
    waiting: now.waiting,
    over: now.over,
    breached: now.breached,
    longest: now.longest === null ? null : longestOf(now.longest),
    today: now.today,
    served: now.served,
    ratings: now.ratings,
    message: view.message !== null && view.message.until > now.at ? view.message : null,
    classes: now.classes
      .map(({ priority, waiting }) => ({ id: priority, name: priorityOf(rules, priority)?.name ?? null, waiting }))
      .sort((a, b) => Number(a.id !== null) - Number(b.id !== null) || b.waiting - a.waiting),
    fields: rules.series.map(({ letter }) => named(rules, letter)),
    series: now.series.map(({ letter, waits, open, ...row }) => {
      const next = hour.get(letter);
      return {
        ...named(rules, letter),
        ...row,
        open,
        waits: waits.map(person),
        next: {
          coming: next?.coming ?? 0,
          done: next?.done ?? 0,
          longest: next?.longest ?? 0,
          breachAt: next?.breachAt ?? null,
        },
      };
    }),
    counters: [...now.counters.map((row) => counterRow(context, view, rules, row)), ...unopened(context, view)].sort(
      (a, b) => inOrder(a.name, b.name),
    ),
    breach:
      breach === null
        ? null
        : {
            ...breach,
            ...named(rules, breach.letter),
            ways: breach.ways.map((way) => ({
              ...way,
              name: counterName(way.counter),
              until: view.counters.find(({ id }) => id === way.counter)?.until ?? null,
            })),
          },
    trend: trendOf(waitsOf(view.tickets, rules, now.at), now.at),
    dossiers: dossiersDue(context),
    definitions: figures.map((figure) => ({ figure, ...definitions[figure] })),
  };
}

export function named(rules: HallRules, letter: string): { letter: string; name: Bilingual } {
  return { letter, name: seriesOf(rules, letter)?.name ?? { vi: letter, en: letter } };
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'vi', { numeric: true });
}

const askedAt = (view: HallView, id: string): string | null =>
  view.comeAsked.find(({ counter }) => counter === id)?.at ?? null;

/** Counters of the office that nobody has opened today, while its hall is open: their officers may be asked to come. */
function unopened(context: DeskContext, view: HallView): OfficeBoard['counters'] {
  if (view.state !== 'open') return [];
  const opened = new Set(view.counters.map(({ id }) => id));
  return (
    (context.store.reference.get('counters') ?? [])
      .filter(({ office, disabled }) => office === view.office && !disabled)
      // Machines of units and of the host are places too.
      .filter(({ id, kind, use }) => placeUse(kind, use) === 'counter' && !opened.has(id))
      .map(({ id, name }) => ({
        id,
        name,
        officer: '',
        state: 'unopened',
        since: null,
        comeAsked: askedAt(view, id),
        until: null,
        reason: '',
        serving: null,
        held: 0,
        series: [],
        askedFor: [],
        served: 0,
        mean: null,
      }))
  );
}

function counterRow(
  context: DeskContext,
  view: HallView,
  rules: HallRules,
  row: CounterNow,
): OfficeBoard['counters'][number] {
  const { counter, serving, held, since, served, mean } = row;
  return {
    id: counter.id,
    name: counter.name,
    officer: nameOfUser(context, counter.user),
    state: counter.state,
    since,
    comeAsked: askedAt(view, counter.id),
    until: counter.until,
    reason: counter.reason,
    serving:
      serving === null ? null : { ticket: serving.id, text: serving.text, name: named(rules, serving.series).name },
    held: held.length,
    series: counter.series.map((letter) => named(rules, letter)),
    askedFor: counter.askedFor.map((letter) => named(rules, letter)),
    served,
    mean,
  };
}

/** The newest moment anything of the day tells of. */
function newestOf(view: HallView): string | null {
  const moments = [
    ...view.reigns.map(({ at }) => at),
    ...view.counters.map(({ since }) => since),
    ...view.tickets.flatMap((ticket) => [ticket.issuedAt, ticket.endedAt ?? '', ticket.calls.at(-1)?.lastAt ?? '']),
  ];
  const newest = moments.reduce((last, at) => (at > last ? at : last), '');
  return newest === '' ? null : newest;
}

/** Dossiers that will be late soon, and those that are. */
function dossiersDue(context: DeskContext): CallOutput<'board.office'>['dossiers'] {
  const now = context.localNow();
  const calendar = context.reference.calendar(enrolmentOf(context).office);
  const groups = context.store.lists
    .open()
    .map((row) => workGroupOf({ ...row, daysLeft: daysLeft(row.dueAt, dateOf(now), calendar) }, now));
  return {
    soon: groups.filter((group) => group === 'soon').length,
    late: groups.filter((group) => group === 'overdue').length,
  };
}
