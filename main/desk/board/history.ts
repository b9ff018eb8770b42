import type { CallOutput } from '../../../contract/desk.ts';
import type { HistoryAsked, TicketRow, TicketsAsked } from '../../../contract/desk/board.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { weekdayName } from '../../../domain/calendar/date-words.ts';
import { daysBetween } from '../../../domain/calendar/civil-date.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import {
  historyBy,
  historyParts,
  historyRow,
  keyOf,
  type HistoryPart,
  type HistoryRow,
  type PastWait,
} from '../../../domain/indicator/history.ts';
import { waitOf } from '../../../domain/indicator/waits.ts';
import { priorityOf } from '../../../domain/ticket/series.ts';
import { serviceSeconds } from '../../../domain/ticket/service-time.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import { stateAt } from '../../../domain/ticket/view.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { counterById, enrolmentOf, nameOfUser, type DeskContext } from '../context.ts';
import { named } from './office.ts';

type History = CallOutput<'board.history'>;

/** A quarter with its ends: what is reckoned without anybody waiting for it. */
const MOST_DAYS = 93;

/** The history of waits (lịch sử chờ), and the tickets behind any figure. */
export function createHistory(context: DeskContext) {
  const { store } = context;

  /** @throws ProblemError BG-01 */
  function* ticketsOf({ from, to }: HistoryAsked): Generator<TicketView> {
    const days = daysBetween(from, to) + 1;
    if (days > MOST_DAYS) throw new ProblemError('BG-01', { days: String(days), most: String(MOST_DAYS) });
    yield* store.halls.between(enrolmentOf(context).office, from, to);
  }
  const rulesOf = (ticket: TicketView) => context.reference.hallRules(ticket.date);
  const limitOf = (date: string): number => context.reference.hallRules(date).settings.limitMinutes * 60;
  const waitSeconds = (ticket: TicketView): number | null =>
    waitOf(ticket, rulesOf(ticket), context.localNow())?.seconds ?? null;
  const procedureOf = (ticket: TicketView): string | null => {
    const [dossier] = ticket.dossiers;
    return dossier === undefined ? null : (store.dossiers.get(dossier)?.intake.procedure.code ?? null);
  };
  const past = (ticket: TicketView): PastWait => ({
    ticket: ticket.id,
    text: ticket.text,
    series: ticket.series,
    procedure: procedureOf(ticket),
    issuedAt: ticket.issuedAt,
    wait: waitSeconds(ticket),
    service: serviceSeconds(ticket),
    limit: limitOf(ticket.date),
  });
  const nameOf = (part: HistoryPart, key: string, to: string): Bilingual => {
    switch (part) {
      case 'hour':
        return { vi: `${Number(key)} giờ`, en: `${key}:00` };
      case 'weekday':
        return weekdayName(Number(key));
      case 'series':
        return named(context.reference.hallRules(to), key).name;
      case 'procedure': {
        const procedure = context.reference.catalogue().procedures.find(({ code }) => code === key);
        if (procedure !== undefined) return { vi: procedure.shortName, en: procedure.shortName };
        return key === '' ? { vi: 'Không thành hồ sơ', en: 'No dossier' } : { vi: key, en: key };
      }
    }
  };
  const shown = (row: HistoryRow, name: Bilingual): History['whole'] => ({ ...row, name });

  const history = (asked: HistoryAsked): History => {
    const waits = [...ticketsOf(asked)].map(past);
    // Of the days somebody came; where nobody did, of the last.
    const limits = [...new Set(waits.map(({ limit }) => limit))].sort((a, b) => a - b);
    return {
      limits: limits.length === 0 ? [limitOf(asked.to)] : limits,
      whole: shown(historyRow('', waits), { vi: 'Tất cả', en: 'All' }),
      parts: historyParts.map((by) => ({
        by,
        rows: historyBy(by, waits).map((row) => shown(row, nameOf(by, row.key, asked.to))),
      })),
    };
  };

  const fits = (ticket: TicketView, { which, series, counter, priority, part }: TicketsAsked): boolean => {
    if (series !== null && ticket.series !== series) return false;
    if (counter !== null && ticket.counter !== counter) return false;
    if (priority !== null && (ticket.priority ?? '') !== priority) return false;
    if (part !== null && keyOf(part.by, past(ticket)) !== part.key) return false;
    switch (which) {
      case 'all':
        return true;
      case 'waiting':
        return stateAt(ticket, context.localNow()) === 'waiting';
      case 'waited':
        return waitSeconds(ticket) !== null;
      case 'served':
        return ticket.state === 'ended';
      case 'timed':
        return serviceSeconds(ticket) !== null;
      case 'rated':
        return ticket.rating !== null;
      case 'breached':
        return (waitSeconds(ticket) ?? 0) > limitOf(ticket.date);
    }
  };
  const rowOf = (ticket: TicketView): TicketRow => {
    const rules = rulesOf(ticket);
    return {
      ticket: ticket.id,
      text: ticket.text,
      date: ticket.date,
      series: ticket.series,
      name: named(rules, ticket.series).name,
      priority: priorityOf(rules, ticket.priority)?.name ?? null,
      state: stateAt(ticket, context.localNow()),
      issuedAt: ticket.issuedAt,
      calledAt: ticket.calls.at(-1)?.at ?? null,
      counter: counterName(ticket.counter),
      wait: waitSeconds(ticket),
      service: serviceSeconds(ticket),
      rating: ticket.rating,
      leftOut: ticket.leftOut.map(({ what, reason, actor }) => ({ what, reason, by: nameOfUser(context, actor) })),
      dossiers: ticket.dossiers.flatMap((id) => {
        const view = store.dossiers.get(id);
        return view === null ? [] : [{ id, code: codeOfView(view) }];
      }),
    };
  };
  /** Behind a figure of times the longest stands first; null: the newest. */
  const orderOf = (which: TicketsAsked['which']): ((ticket: TicketView) => number | null) | null =>
    which === 'waited' || which === 'breached' ? waitSeconds : which === 'timed' ? serviceSeconds : null;
  const counterName = (id: string | null): string => (id === null ? '' : (counterById(context, id)?.name ?? id));

  return {
    history,
    tickets({ limit, ...asked }: TicketsAsked & { readonly limit: number }): CallOutput<'board.tickets'> {
      const found = [...ticketsOf(asked)].filter((ticket) => fits(ticket, asked)).reverse();
      const by = orderOf(asked.which);
      const ordered = by === null ? found : found.toSorted((a, b) => (by(b) ?? 0) - (by(a) ?? 0));
      return { rows: ordered.slice(0, limit).map(rowOf), total: found.length };
    },
    /** @throws ProblemError HC-05 */
    ticket(id: string): TicketRow {
      const ticket = store.halls.ticket(id);
      if (ticket === null) throw new ProblemError('HC-05');
      return rowOf(ticket);
    },
  };
}
