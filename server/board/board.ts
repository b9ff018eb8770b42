import shipped from '../../catalogue/hall.json' with { type: 'json' };
import type { BoardOffice, BoardReply, BoardTickets, Reminder } from '../../contract/board.ts';
import { hallDataSchema } from '../../contract/hall-rules.ts';
import {
  dateOf,
  epochMs,
  localDateTime,
  type CivilDate,
  type LocalDateTime,
} from '../../domain/calendar/civil-date.ts';
import { isOld, provinceNow, type Shown } from '../../domain/indicator/province.ts';
import { ownChangeOn } from '../../domain/ticket/own-settings.ts';
import { hallRules, type HallRules, type OwnValues } from '../../domain/ticket/rules.ts';
import { waitsOf } from '../../domain/indicator/waits.ts';
import { secondsBetween } from '../../domain/ticket/ticket.ts';
import { counterOf } from '../../domain/ticket/view.ts';
import type { Clock } from '../ports.ts';
import { dayBeginsAt, hallEntriesAfter, officeContacts } from '../store/hall-events.ts';
import { hallChangesByOffice } from '../store/hall-changes.ts';
import { allOffices } from '../store/offices.ts';
import { remindersSince } from '../store/reminders.ts';
import type { Db } from '../store/pool.ts';
import { officeHall, type OfficeHall } from './office-hall.ts';

/** The province's board (bảng toàn tỉnh): every office's hall as the log has it now. */
export interface Board {
  /** Everything committed before the call is in the answer. @throws what the database throws */
  now(): Promise<BoardReply>;
  /** The tickets behind a figure, the longest wait first; null: no such office. */
  tickets(asked: TicketsOf): Promise<BoardTickets | null>;
}

interface Day {
  readonly date: CivilDate;
  /** How far each office's feed has been read. */
  readonly last: Map<string, number>;
  readonly halls: Map<string, OfficeHall>;
  /** When an event of each office last came, ms. */
  readonly came: Map<string, number>;
  readonly names: ReadonlyMap<string, string>;
  /** What each office has set of the rules for itself, in force this day. */
  readonly own: ReadonlyMap<string, OwnValues>;
}

interface TicketsOf {
  readonly which: 'waiting' | 'over' | 'served' | 'all';
  readonly office: string | null;
}

/** So many tickets at once. */
const MOST_TICKETS = 300;

const rules = hallDataSchema.parse(shipped);
/** Names of offices are read again after so long, ms. */
const NAMES_FOR_MS = 60_000;

/**
 * A projection of the log in memory, brought up to the feeds whenever it is asked: each instance has its own, and a new
 * one begins with the day's first ticket. Nothing of it is kept on a disk.
 */
export function createBoard(db: Db, clock: Clock): Board {
  let day: Day | null = null;
  let namesAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const begin = async (date: CivilDate): Promise<Day> => {
    const names = new Map((await allOffices(db)).map(({ id, shortName }) => [id, shortName]));
    const changes = await hallChangesByOffice(db);
    const own = new Map([...changes].map(([office, made]) => [office, ownChangeOn(made, date)?.settings ?? {}]));
    const last = await dayBeginsAt(db, epochMs(`${date}T00:00:00`));
    namesAt = clock.now();
    return { date, last, halls: new Map(), came: new Map(), names, own };
  };
  const readOn = async (): Promise<void> => {
    const date = dateOf(localDateTime(clock.now()));
    if (day?.date !== date) day = await begin(date);
    if (Math.abs(clock.now() - namesAt) > NAMES_FOR_MS) {
      // A new office begins where its feed stands; the others go on from where they were.
      const fresh = await begin(date);
      for (const [office, number] of fresh.last)
        if (day.last.has(office)) fresh.last.set(office, day.last.get(office) ?? number);
      day = { ...day, last: fresh.last, names: fresh.names, own: fresh.own };
    }
    for (const { office, number, envelope, body, receivedAt } of await hallEntriesAfter(db, day.last)) {
      day.last.set(office, number);
      day.came.set(office, Math.max(receivedAt, day.came.get(office) ?? 0));
      if (envelope === null) continue;
      const hall = day.halls.get(office) ?? officeHall(office, date);
      day.halls.set(office, hall);
      hall.take({ envelope, body });
    }
  };
  /** A reading under way may have begun before what the asker wants to see was committed: the next one has not. */
  const upToNow = (): Promise<void> => {
    if (running === null) {
      running = readOn().finally(() => (running = null));
      return running;
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        running = readOn().finally(() => (running = null));
        return running;
      });
    return next;
  };

  const rulesOf = (office: string, at: LocalDateTime): HallRules =>
    hallRules(rules, dateOf(at), day?.own.get(office) ?? {});

  /** When the province last heard of an office: an event of it, or a desk of it that asked; null: never today. */
  const heardOf = (office: string, contacts: ReadonlyMap<string, number>): LocalDateTime | null => {
    const heard = Math.max(contacts.get(office) ?? 0, day?.came.get(office) ?? 0);
    return heard === 0 ? null : localDateTime(heard);
  };

  return {
    async now() {
      const begun = epochMs(`${dateOf(localDateTime(clock.now()))}T00:00:00`);
      const [contacts, asked] = await Promise.all([officeContacts(db), remindersSince(db, begun, null), upToNow()]);
      const at = localDateTime(clock.now());
      const ofDay = hallRules(rules, dateOf(at));
      const known: Day | null = day;
      const offices = known === null ? [] : [...known.last.keys()];
      const rows = offices.map((office) => {
        const hall = known?.halls.get(office) ?? officeHall(office, dateOf(at));
        return { row: hall.row(rulesOf(office, at), at), heard: heardOf(office, contacts) };
      });
      const { offices: shown, ...sums } = provinceNow(rows, at, ofDay.alerts);
      return {
        at,
        ...sums,
        offices: shown.map((each) => {
          const { office } = each.row;
          const ofOffice = asked.filter((reminder) => reminder.office === office);
          return onTheWire(each, { name: known?.names.get(office) ?? office, at, reminders: ofOffice });
        }),
        series: ofDay.series.map(({ letter, name }) => ({ letter, name })),
      };
    },
    async tickets({ which, office }) {
      const [contacts] = await Promise.all([officeContacts(db), upToNow()]);
      const known: Day | null = day;
      if (known === null || (office !== null && !known.last.has(office))) return null;
      const at = localDateTime(clock.now());
      const rows = [...known.halls].flatMap(([id, hall]) => {
        if (office !== null && id !== office) return [];
        const view = hall.view();
        const ofDay = rulesOf(id, at);
        const limit = ofDay.settings.limitMinutes * 60;
        // As in the sums: old figures are in none, and of one office alone their waits end where the word ended.
        const heard = heardOf(id, contacts);
        const old = isOld(heard, at, ofDay.alerts);
        if (old && office === null) return [];
        return waitsOf(view.tickets, ofDay, old ? (heard ?? at) : at).flatMap(({ ticket, seconds, until }) => {
          if (which === 'waiting' ? until !== null : which === 'served' && ticket.state !== 'ended') return [];
          if (which === 'over' && (until !== null || seconds <= limit)) return [];
          const { text, series: letter, priority, issuedAt, counter, state } = ticket;
          const name = known.names.get(id) ?? id;
          const counterName = counter === null ? '' : (counterOf(view, counter)?.name ?? counter);
          const shown = {
            office: id,
            name,
            text,
            letter,
            priority: priority !== null,
            issuedAt,
            calledAt: until,
            state,
          };
          return { ...shown, counter: counterName, wait: seconds };
        });
      });
      rows.sort((a, b) => b.wait - a.wait || (a.office + a.text < b.office + b.text ? -1 : 1));
      return { rows: rows.slice(0, MOST_TICKETS), total: rows.length };
    },
  };
}

function onTheWire(
  { row, heard, standing, longest }: Shown,
  { name, at, reminders }: { readonly name: string; readonly at: LocalDateTime; readonly reminders: Reminder[] },
): BoardOffice {
  const until = standing === 'stale' ? (heard ?? at) : at;
  return {
    office: row.office,
    name,
    heard,
    standing,
    limit: row.limit,
    waiting: row.waiting,
    longest,
    since: row.since[0] ?? null,
    served: row.served,
    open: row.open,
    counters: row.counters,
    series: row.series.map(({ since, ...series }) => ({
      ...series,
      longest: since === null ? null : Math.max(0, secondsBetween(since, until)),
    })),
    trend: [...row.trend],
    reminders,
  };
}
