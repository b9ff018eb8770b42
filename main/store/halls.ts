import { asHallEvent, asTicketEvent, type ReadEvent } from '../../contract/events.ts';
import type { CivilDate, LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { foldHallDay } from '../../domain/ticket/hall-day.ts';
import { foldTicket, TICKET_FOLD, type TicketView } from '../../domain/ticket/ticket.ts';
import type { HallView } from '../../domain/ticket/view.ts';
import { hallMemory } from './hall-memory.ts';
import { saidOf } from './read-events.ts';
import { staleOf, type Stumbled } from './refolding.ts';
import type { Sqlite } from './sqlite.ts';

/** Tickets and hall days as this machine knows them: written here, heard through the hall, or come from the province. */
export interface Halls {
  projectTicket(id: string, events: readonly LogEvent[]): void;
  projectDay(id: string, events: readonly LogEvent[]): void;
  /** The hall of an office on a day (Vietnam date): the same object as long as nothing of it has changed. */
  view(office: string, date: CivilDate, eventsOf: (id: string) => readonly LogEvent[]): HallView;
  ticket(id: string): TicketView | null;
  /** Tickets of the days from…to, in the order they were taken. */
  between(office: string, from: CivilDate, to: CivilDate): Generator<TicketView>;
  /** When the newest ticket of a day was taken; null: none was. */
  newest(office: string, date: CivilDate): LocalDateTime | null;
  /** The newest days before that one on which the office had a hall, the newest first. */
  daysBefore(office: string, date: CivilDate, limit: number): CivilDate[];
  /** Folds up to `limit` tickets again that an older release folded. @returns how many it looked at */
  refoldSome(limit: number, eventsOf: (id: string) => readonly LogEvent[], stumbled: Stumbled): number;
}

export function hallsOf(db: Sqlite): Halls {
  const put = db.prepare(
    `INSERT INTO ticket (id, fold_version, office, date, issued_local, view)
     VALUES (@id, @fold, @office, @date, @issued, @view)
     ON CONFLICT (id) DO UPDATE SET fold_version = excluded.fold_version, view = excluded.view`,
  );
  const remove = db.prepare('DELETE FROM ticket WHERE id = ?');
  const putDay = db.prepare('INSERT INTO hall_day (id, office, date) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING');
  const days = db.prepare<[string, string], { id: string }>(
    'SELECT id FROM hall_day WHERE date = ? AND office = ? ORDER BY id',
  );
  const before = db.prepare<[string, string, number], { date: string }>(
    'SELECT DISTINCT date FROM hall_day WHERE office = ? AND date < ? ORDER BY date DESC LIMIT ?',
  );
  const ticket = db.prepare<[string], { office: string; date: string; view: string }>(
    'SELECT office, date, view FROM ticket WHERE id = ?',
  );
  const between = db.prepare<[string, string, string], { view: string }>(
    'SELECT view FROM ticket WHERE date BETWEEN ? AND ? AND office = ? ORDER BY date, issued_local, id',
  );
  const newest = db.prepare<[string, string], { at: string | null }>(
    'SELECT max(issued_local) AS at FROM ticket WHERE date = ? AND office = ?',
  );
  const stale = staleOf(db, 'ticket');

  function* ticketsBetween(office: string, from: CivilDate, to: CivilDate): Generator<TicketView> {
    for (const row of between.iterate(from, to, office)) yield viewIn(row.view);
  }
  const rowOf = (id: string): { office: string; date: string; view: TicketView } | null => {
    const row = ticket.get(id);
    return row === undefined ? null : { ...row, view: viewIn(row.view) };
  };
  const memory = hallMemory({
    ticketsOf: (office, date) => ticketsBetween(office, date, date),
    ticket: rowOf,
    isUnsure: () => db.inTransaction,
  });

  const projectTicket = (id: string, events: readonly LogEvent[]): void => {
    memory.wroteTicket(id);
    const view = foldTicket(id, known(events, asTicketEvent));
    // What came before its ticket was issued waits in the log; what issued it may be kept apart since, or erased whole.
    if (view === null) {
      remove.run(id);
      return;
    }
    const { office, date, issuedAt } = view;
    put.run({ id, fold: TICKET_FOLD, office, date, issued: issuedAt, view: JSON.stringify(view) });
  };
  return {
    projectTicket,
    projectDay(id, events) {
      memory.wroteDay();
      for (const { event } of known(events, asHallEvent)) {
        if (event?.type === 'hall.opened') putDay.run(id, event.body.office, event.body.date);
      }
    },
    view: (office, date, eventsOf) =>
      memory.view(office, date, () => {
        const ofDay = days.all(date, office).flatMap(({ id }) => eventsOf(id));
        return foldHallDay(office, date, known(ofDay, asHallEvent));
      }),
    ticket: (id) => rowOf(id)?.view ?? null,
    between: ticketsBetween,
    newest: (office, date) => newest.get(date, office)?.at ?? null,
    daysBefore: (office, date, limit) => before.all(office, date, limit).map((row) => row.date),
    refoldSome: (limit, eventsOf, stumbled) =>
      stale({ version: TICKET_FOLD, limit, stumbled }, (id) => projectTicket(id, eventsOf(id))),
  };
}

function viewIn(text: string): TicketView {
  // Written by `projectTicket` above.
  return JSON.parse(text) as TicketView;
}

function known<E>(events: readonly LogEvent[], as: (read: ReadEvent) => E | null) {
  return saidOf(events).map(({ envelope, read }) => ({ envelope, event: read === null ? null : as(read) }));
}
