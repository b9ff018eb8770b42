import { eventSchema, asHallEvent, asTicketEvent } from '../../../contract/events.ts';
import type { Envelope } from '../../../domain/log/envelope.ts';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import { foldHallDay, type KnownHallEvent } from '../../../domain/ticket/hall-day.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import { foldTicket, type KnownTicketEvent, type TicketView } from '../../../domain/ticket/ticket.ts';
import { hallView, type HallView } from '../../../domain/ticket/view.ts';

/** What the machines hold of tickets and halls, looked at from outside: decision 27. */

export interface Row {
  readonly envelope: Envelope;
  readonly body: unknown;
}

/** A ticket somebody holds on paper. */
export interface Printed {
  readonly ticket: string;
  readonly text: string;
}

/** The first thing that breaks decision 27, or null. */
export function brokenIn(rows: readonly Row[], printed: readonly Printed[]): string | null {
  const issued = rows.flatMap((row) => {
    const event = ticketEvent(row);
    return event?.type === 'ticket.issued' ? [{ ticket: row.envelope.aggregateId, text: event.body.text }] : [];
  });
  const texts = new Map<string, string>();
  for (const { ticket, text } of issued) {
    if (texts.has(text) && texts.get(text) !== ticket) return `two tickets are ${text}`;
    texts.set(text, ticket);
  }
  const lost = printed.find(({ ticket, text }) => texts.get(text) !== ticket);
  return lost === undefined ? callsBroken(rows) : `${lost.text} was printed and is in no log`;
}

/** At most one call in effect per ticket and term: of one reign's log nothing is called that is called there already. */
function callsBroken(rows: readonly Row[]): string | null {
  const inEffect = new Map<string, string>();
  const ordered = rows.toSorted(({ envelope: a }, { envelope: b }) =>
    a.log === b.log ? a.seq - b.seq : a.log < b.log ? -1 : 1,
  );
  for (const row of ordered) {
    const event = ticketEvent(row);
    if (event === null || event.type === 'ticket.issued') continue;
    // Back from a hold it is served again, without being called.
    if (event.type === 'ticket.resumed')
      inEffect.set(`${row.envelope.aggregateId} ${row.envelope.log} ${event.body.term}`, event.body.counter);
    const key = `${row.envelope.aggregateId} ${row.envelope.log} ${event.body.term}`;
    if (event.type === 'ticket.called') {
      if (inEffect.has(key)) return `ticket ${row.envelope.aggregateId} was called twice in term ${event.body.term}`;
      inEffect.set(key, event.body.counter);
    } else if (
      ['ticket.noShow', 'ticket.putBack', 'ticket.held', 'ticket.moved', 'ticket.ended', 'ticket.expired'].includes(
        event.type,
      )
    ) {
      inEffect.delete(key);
    }
  }
  return null;
}

/**
 * The order within a term is the rule replayed on its log: what one machine knew, in the order it came there, and each
 * `next` it wrote as the host is what the rule says of just that. @returns calls looked at, and the first that differs
 */
export function replayed(
  rows: readonly Row[],
  at: { readonly device: string; readonly office: string; readonly date: CivilDate; readonly rules: HallRules },
): { readonly calls: number; readonly differs: string | null } {
  const { device, office, date, rules } = at;
  const hall: KnownHallEvent[] = [];
  const tickets = new Map<string, KnownTicketEvent[]>();
  const views = new Map<string, TicketView>();
  let calls = 0;
  /** The views before each of the last writes: one decision may write several events. */
  let recent: { readonly view: HallView; readonly row: Row }[] = [];
  for (const row of rows) {
    const { envelope } = row;
    if (envelope.device === device) {
      recent = [...recent.slice(-5), { view: hallView(foldHallDay(office, date, hall), views.values()), row }];
      const event = ticketEvent(row);
      if (event?.type === 'ticket.called' && event.body.how === 'next') {
        calls += 1;
        const isRight = recent.some(({ view }, from) => {
          const command = { kind: 'callNext', counter: event.body.counter } as const;
          const decision = decide(view, rules, command, { host: device, now: event.body.at });
          if (!decision.ok) return false;
          const wrote = recent.slice(from).map((each) => `${each.row.envelope.aggregateId} ${each.row.envelope.type}`);
          const says = decision.events.map(
            (each) => `${each.aggregate === 'ticket' ? each.id : ''} ${each.event.type}`,
          );
          return wrote.join() === says.join();
        });
        if (!isRight) return { calls, differs: `${envelope.id}: the rule calls another than ${envelope.aggregateId}` };
      }
    } else recent = [];
    if (envelope.aggregate === 'hall') hall.push({ envelope, event: hallEvent(row) });
    else {
      const known = [...(tickets.get(envelope.aggregateId) ?? []), { envelope, event: ticketEvent(row) }];
      tickets.set(envelope.aggregateId, known);
      const view = foldTicket(envelope.aggregateId, known);
      if (view !== null) views.set(view.id, view);
    }
  }
  return { calls, differs: null };
}

function read({ envelope, body }: Row) {
  return eventSchema.safeParse({ type: envelope.type, version: envelope.version, body }).data ?? null;
}
export function ticketEvent(row: Row) {
  const event = read(row);
  return event === null ? null : asTicketEvent(event);
}
function hallEvent(row: Row) {
  const event = read(row);
  return event === null ? null : asHallEvent(event);
}
