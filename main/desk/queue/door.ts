import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { HallCommand, NewTicket } from '../../../domain/ticket/commands.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';

/** What a counter needs of the hall, as this machine knows it. */
export interface QueueDoor {
  /** The hall of today; its `state` is `none` where nobody has opened it. */
  view(): HallView;
  rules(): HallRules;
  /** Since when no host has answered; null: one does, or there never was one. */
  silentSince(): LocalDateTime | null;
  /** The host decides, writes, and a second disk has it where one is connected. @throws ProblemError HC-…, SN-… */
  ask(command: HallCommand, actor: string): Promise<HallView>;
  /** @throws ProblemError HC-…, SN-… */
  issue(asked: NewTicket, actor: string): Promise<TicketView>;
  /** People ahead and the wait of a ticket taken now. */
  told(asked: Pick<NewTicket, 'series' | 'lane' | 'priority'>): Told;
  /** Keyed hash and sealed reading of a card; nulls where none of it can be kept. */
  person(card: string): { readonly key: string | null; readonly sealed: string | null };
  /** Opens a sealed reading; null where this machine has not the key. */
  openPerson(sealed: string): string | null;
}
