import { asHallEvent, asTicketEvent, eventSchema, standing, type ReadEvent } from '../../contract/events.ts';
import { envelopeSchema } from '../../contract/sync.ts';
import { epochMs, type CivilDate, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { officeRow, type OfficeRow } from '../../domain/indicator/province.ts';
import type { Envelope } from '../../domain/log/envelope.ts';
import { foldHallDay, type KnownHallEvent } from '../../domain/ticket/hall-day.ts';
import type { HallRules } from '../../domain/ticket/rules.ts';
import { foldTicket, type TicketView } from '../../domain/ticket/ticket.ts';
import { hallView, type HallView } from '../../domain/ticket/view.ts';

/** Figures are reckoned anew after so many seconds even where nothing has come: waits go on by themselves. */
const ANEW_AFTER_S = 10;

/** The hall of one office and day, kept up event by event. */
export interface OfficeHall {
  take(event: { readonly envelope: string; readonly body: string | null }): void;
  row(rules: HallRules, now: LocalDateTime): OfficeRow;
  /** The day as it stands. */
  view(): HallView;
}

export function officeHall(office: string, date: CivilDate): OfficeHall {
  const ofHall: { readonly id: string; readonly known: KnownHallEvent }[] = [];
  /** Aggregates that tell of this day's hall. */
  const ofDay = new Set<string>();
  const known = new Map<
    string,
    { readonly id: string; readonly envelope: Envelope; readonly read: ReadEvent | null }[]
  >();
  const views = new Map<string, TicketView>();
  let kept: { readonly at: number; readonly row: OfficeRow } | null = null;

  const view = (): HallView => {
    const day = ofHall.flatMap(({ id, known: event }) => (ofDay.has(id) ? event : []));
    return hallView(foldHallDay(office, date, day), views.values());
  };
  return {
    view,
    take({ envelope: text, body }) {
      const envelope = envelopeSchema.parse(JSON.parse(text));
      const { type, version, aggregateId: id } = envelope;
      const parsed = eventSchema.safeParse({ type, version, body: body === null ? null : JSON.parse(body) });
      const read = parsed.success ? parsed.data : null;
      kept = null;
      if (envelope.aggregate === 'hall') {
        const event = read === null ? null : asHallEvent(read);
        if (event?.type === 'hall.opened' && event.body.date === date) ofDay.add(id);
        ofHall.push({ id, known: { envelope, event } });
        return;
      }
      const events = known.get(id) ?? [];
      events.push({ id: envelope.id, envelope, read });
      known.set(id, events);
      const said = standing(events).map((each) => (each === null ? null : asTicketEvent(each)));
      const ticket = foldTicket(
        id,
        events.map(({ envelope: of }, n) => ({ envelope: of, event: said[n] ?? null })),
      );
      if (ticket !== null) views.set(id, ticket);
    },
    row(rules, now) {
      const at = epochMs(now) / 1000;
      if (kept !== null && Math.abs(at - kept.at) < ANEW_AFTER_S) return kept.row;
      const row = officeRow(view(), rules, now);
      kept = { at, row };
      return row;
    },
  };
}
