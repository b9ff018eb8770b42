import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { HallDay } from '../../domain/ticket/hall-day.ts';
import type { TicketView } from '../../domain/ticket/ticket.ts';
import { hallView, type HallView } from '../../domain/ticket/view.ts';

/** A ticket as its row has it; null: there is none of that id. */
export type TicketRow = { readonly office: string; readonly date: string; readonly view: TicketView } | null;

/** What of halls is read from the disk. */
export interface HallDisk {
  ticketsOf(office: string, date: CivilDate): Iterable<TicketView>;
  ticket(id: string): TicketRow;
  /** Whether a transaction stands open, which may yet come to nothing. */
  isUnsure(): boolean;
}

/** Days kept: today's, and the one that a look back goes through. */
const DAYS = 2;

interface KeptDay {
  readonly office: string;
  readonly date: CivilDate;
  readonly tickets: Map<string, TicketView>;
  /** Null: something of it was written, it is folded again. */
  day: HallDay | null;
  /** Null: a ticket was written, they are put in order again. */
  view: HallView | null;
}

/**
 * Days that were asked for, kept in memory: a counter's rail, a display and hundreds of phones ask for today's with every
 * change, and one ticket of three hundred is another then. What was written is read again from its row, however the
 * transaction ended that wrote it; while one stands open nothing is kept.
 */
export interface HallMemory {
  /** The same object as long as nothing of it has changed. @param fold folds the day's own events */
  view(office: string, date: CivilDate, fold: () => HallDay): HallView;
  /** A ticket is being written. */
  wroteTicket(id: string): void;
  /** Events of a day's hall are being written. */
  wroteDay(): void;
}

export function hallMemory(disk: HallDisk): HallMemory {
  const days = new Map<string, KeptDay>();
  const written = new Set<string>();
  let hasWrittenDay = false;
  const keyOf = (office: string, date: string): string => `${office} ${date}`;

  const catchUp = (): void => {
    for (const id of written) {
      const row = disk.ticket(id);
      for (const [key, kept] of days) {
        if (row !== null && keyOf(row.office, row.date) === key) kept.tickets.set(id, row.view);
        else if (!kept.tickets.delete(id)) continue;
        kept.view = null;
      }
    }
    if (hasWrittenDay) for (const kept of days.values()) [kept.day, kept.view] = [null, null];
    written.clear();
    hasWrittenDay = false;
  };
  const keptOf = (office: string, date: CivilDate): KeptDay => {
    const key = keyOf(office, date);
    const before = days.get(key);
    const tickets = (): Map<string, TicketView> =>
      new Map([...disk.ticketsOf(office, date)].map((ticket) => [ticket.id, ticket]));
    const kept = before ?? { office, date, tickets: tickets(), day: null, view: null };
    // Whichever was asked for longest ago goes.
    days.delete(key);
    days.set(key, kept);
    const [oldest] = days.size > DAYS ? days.keys() : [];
    if (oldest !== undefined) days.delete(oldest);
    return kept;
  };

  return {
    view(office, date, fold) {
      if (disk.isUnsure()) return hallView(fold(), disk.ticketsOf(office, date));
      catchUp();
      const kept = keptOf(office, date);
      kept.day ??= fold();
      kept.view ??= hallView(kept.day, kept.tickets.values());
      return kept.view;
    },
    wroteTicket(id) {
      written.add(id);
    },
    wroteDay() {
      hasWrittenDay = true;
    },
  };
}
