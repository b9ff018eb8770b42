import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { NewTicket } from '../../../domain/ticket/commands.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';

/** What the screens of the waiting room need of the hall, as this machine knows it. */
export interface HallDoor {
  /** The hall of today; its `state` is `none` where nobody has opened it. */
  view(): HallView;
  rules(): HallRules;
  /** Whether a host answers now, this machine or another. */
  isLinked(): boolean;
  /** Since when no host has answered; null: one does, or there never was one. */
  silentSince(): LocalDateTime | null;
  /** People ahead and the wait of a ticket taken now. */
  told(asked: Pick<NewTicket, 'series' | 'lane' | 'priority'>): Told;
  /** Keyed hash and sealed reading of a card; nulls where none of it can be kept. */
  person(card: string): { readonly key: string | null; readonly sealed: string | null };
  /** Asks the host for a number. @throws ProblemError HC-01, HC-02, HC-03, HC-08, HC-09, SN-05 */
  issue(asked: NewTicket): Promise<TicketView>;
  /** The phone's page of a ticket; null: no desk gives one out. */
  pageOf(ticket: string): string | null;
}
