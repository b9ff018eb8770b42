import type { KioskView } from '../../../contract/desk/screens.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { FollowedTicket } from '../../../domain/ticket/phone.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { WaitRange } from '../../../domain/voice/wait-words.ts';

/** A ticket on its own page. No name, no ID number: it has none. */
export interface PhoneTicket extends FollowedTicket {
  /** Null: the person did not know, or the series is there no more. */
  readonly field: Bilingual | null;
  readonly ahead: number;
  /** Null: no counter receives this field now, or it waits no more. */
  readonly wait: WaitRange | null;
  /** Waits for this booked time, and stands in no line yet; null: it does not. */
  readonly bookedFor: LocalDateTime | null;
  readonly token: string;
  /** Whether it is put back where nobody comes to its calls; else it is no longer good then. */
  readonly goesBack: boolean;
  /** It was taken on a phone. */
  readonly isPhones: boolean;
}

/** What the pages of phones stand before: one desk of the hall. */
export interface PhoneSide {
  readonly office: string;
  /** Whether it is the host, or hears it now: else nothing here is of this moment. */
  isLive(): boolean;
  /** Whether numbers are given now. */
  isOpen(): boolean;
  /** What is shown is of this moment: now, or since when no host has answered. */
  asOf(): LocalDateTime;
  series(): KioskView['series'];
  priorities(): KioskView['priorities'];
  /** Calls before somebody absent is put back, or their number is no longer good. */
  calls(): number;
  mayOpen(key: string, to: 'open' | 'take'): boolean;
  /** By its token, the same object as long as nothing of it has changed; null: none of today. */
  ticket(token: string): PhoneTicket | null;
  /** Live tickets this phone has taken today. */
  ofPhone(id: string): PhoneTicket[];
  /** Whether so many phones wait already that another one takes its number at the kiosk. */
  isFull(): boolean;
  /** @returns token of the ticket, the live one of the series where this phone has one. @throws ProblemError HC-…, SN-… */
  take(asked: { readonly series: string; readonly priority: string | null; readonly phone: string }): Promise<string>;
  newPhone(): string;
  /** Base of the host's pages; null: this desk hosts, or the host has none. */
  hostsPages(): string | null;
  /** Bases of the other desks' pages, "http://192.168.1.11:47111": where a phone goes when this desk is gone. */
  others(): string[];
}
