import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { WaitRange } from '../../../domain/voice/wait-words.ts';

/** Widths of thermal paper, millimetres, and what a head of 203 dots an inch prints on them. */
export const paperDots = { 80: 576, 58: 384 } as const;
export type PaperWidth = keyof typeof paperDots;

/** What a ticket says. No name and no ID number: it lies about in the hall. */
export interface TicketPaper {
  readonly language: 'vi' | 'en';
  readonly office: string;
  /** Null: the person did not know; an officer comes and helps. */
  readonly field: string | null;
  /** As called: 'B027'. */
  readonly number: string;
  readonly takenAt: LocalDateTime;
  /** The clock of the machine that prints is known to be wrong. */
  readonly clockWrong?: boolean;
  readonly ahead: number;
  /** Null: no counter receives this field now. */
  readonly wait: WaitRange | null;
  /** Class of rules §8 in words; null: an ordinary ticket. */
  readonly priority: string | null;
  /** What else holds for this ticket: a booked time, a return with papers. */
  readonly note: string | null;
  /** Booked for later: when, and from when it is called. What is ahead and the wait are of that time, and not told. */
  readonly booked?: { readonly at: LocalDateTime; readonly from: LocalDateTime } | null | undefined;
  /** The phone's page about this ticket on the office's own Wi-Fi; null: there is none. */
  readonly url: string | null;
  /** Calls after which an absent person is put back, or the number expires. */
  readonly calls: number;
  /** Whether it is put back then; not said by a desk of an older release, whose tickets all are. */
  readonly goesBack?: boolean | undefined;
}
