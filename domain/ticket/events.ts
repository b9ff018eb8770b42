import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import type { Why } from './why.ts';
import type { Bilingual } from '../text.ts';

/**
 * What happens to a ticket (phiếu số thứ tự) and in the hall (sảnh, hàng chờ) of one office and day. Within a term
 * (nhiệm kỳ sảnh) every one of these is written by the hall's host in its own log; `actor` is the person who asked.
 * They concern the office of that log only. All times are the host's wall clock in Vietnam.
 */

/** Where a ticket was taken: at the kiosk (ki-ốt), given at a counter, by telephone on the office's Wi-Fi, by a booking. */
export type TicketSource = 'kiosk' | 'counter' | 'phone' | 'booking';

/**
 * How it stands in the line: as anybody, by a booked time (giờ hẹn trước), or in the return lane (quay lại bổ sung): back
 * with the paper that a guidance slip asked for, without a fresh wait.
 */
export type Lane = 'ordinary' | 'booked' | 'return';

/** What was said on the ticket: people ahead, the wait as a range in seconds, and the likeliest within it. */
export interface Told {
  readonly ahead: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** `ticket.issued` version 1: a number was taken (lấy số). */
export interface TicketIssued {
  readonly office: string;
  readonly date: CivilDate;
  readonly term: number;
  /** Letter of the number series (dãy số) it stands in. */
  readonly series: string;
  /** Within letter and day; see `ticketNumber`. */
  readonly number: number;
  /** As printed and spoken: "B027". */
  readonly text: string;
  /** Code of the field (lĩnh vực) in the catalogue; null: "Tôi không rõ", or the series alone was chosen. */
  readonly field: string | null;
  readonly lane: Lane;
  /** Id of the priority class (diện ưu tiên); null: none. */
  readonly priority: string | null;
  readonly source: TicketSource;
  /** The booked time, in the lane of booked times. */
  readonly bookedFor: LocalDateTime | null;
  /** In the return lane: the dossier whose guidance slip or supplement request was shown. */
  readonly dossierId: string | null;
  /** Keyed hash of the personal ID number, for one live ticket per person and field; null where none was scanned. */
  readonly personKey: string | null;
  /** What the card said, sealed for the officer who calls; null where none was scanned. */
  readonly sealedPerson: string | null;
  /** Given although the person has a live ticket of this series: which one, and why. */
  readonly second: { readonly of: string; readonly reason: string } | null;
  readonly told: Told | null;
  readonly at: LocalDateTime;
}

interface AtCounter {
  readonly term: number;
  readonly counter: string;
  readonly at: LocalDateTime;
}

/** `ticket.called` version 1: called to a counter (gọi số), as the next by the rule or by its name, and why. */
export interface TicketCalled extends AtCounter {
  readonly how: 'next' | 'named';
  readonly why: Why;
}

/** `ticket.recalled` version 1: called again (gọi lại). */
export type TicketRecalled = AtCounter;

/** `ticket.noShow` version 1: called, and nobody came (vắng mặt). */
export type TicketNoShow = AtCounter;

/** `ticket.putBack` version 1: back in the line (xếp lại): behind everybody, or at its old place. */
export interface TicketPutBack {
  readonly term: number;
  readonly place: 'end' | 'own';
  readonly at: LocalDateTime;
}

/** `ticket.held` version 1: kept for its counter while a form is filled in (tạm giữ). */
export interface TicketHeld extends AtCounter {
  readonly reason: string;
}

/** `ticket.resumed` version 1: held, and served again. */
export type TicketResumed = AtCounter;

/** `ticket.moved` version 1: to another series or counter (chuyển lĩnh vực, chuyển quầy). The number stays. */
export interface TicketMoved {
  readonly term: number;
  readonly series: string;
  /** The only counter that may call it; null: whichever serves the series. */
  readonly counter: string | null;
  readonly reason: string;
  readonly at: LocalDateTime;
}

/**
 * `ticket.ended` version 1: served (phục vụ xong): with its dossier, by hand, or because the counter called the next. Again with
 * each further dossier of the visit: `at` is then when that was done, or, the counter having called another, when it ended before.
 */
export interface TicketEnded extends AtCounter {
  readonly by: 'dossier' | 'hand' | 'next';
  readonly dossierId: string | null;
}

/** `ticket.expired` version 1: no longer good (hết hiệu lực): absent too often, held too long, or its day is over. */
export interface TicketExpired {
  readonly term: number;
  readonly because: 'absent' | 'held' | 'day';
  readonly at: LocalDateTime;
}

/** `ticket.timeLeftOut` version 1: one of its times is wrong and stays out of averages (không tính), with the reason. */
export interface TicketTimeLeftOut {
  readonly term: number;
  readonly what: 'wait' | 'service';
  readonly reason: string;
  readonly at: LocalDateTime;
}

/**
 * `ticket.timeCounted` version 1: times left out before count again (tính lại), with the reason. It names the events it
 * undoes, so that the order in which both are heard does not matter.
 */
export interface TicketTimeCounted {
  readonly term: number;
  readonly undoes: readonly string[];
  readonly reason: string;
  readonly at: LocalDateTime;
}

/** `ticket.settled` version 1: two reigns had called it, and a person has seen to it. */
export interface TicketSettled {
  readonly term: number;
  readonly note: string;
  readonly at: LocalDateTime;
}

/** How a person who was served answers "was it well done?" (mức độ hài lòng). */
export const scores = ['satisfied', 'neutral', 'unsatisfied'] as const;
export type Score = (typeof scores)[number];

/**
 * `ticket.rated` version 1: whoever held it said at the kiosk how content they are (đánh giá mức độ hài lòng). It is of
 * the ticket alone and names nobody.
 */
export interface TicketRated {
  readonly term: number;
  readonly score: Score;
  readonly at: LocalDateTime;
}

/** `hall.opened` version 1: a desk hosts the hall of this day (mở sảnh), or took it over (tiếp quản sảnh). */
export interface HallOpened {
  readonly office: string;
  readonly date: CivilDate;
  readonly term: number;
  /** Numbers of this reign begin in this block, which no other log of the office has; see `ticketNumber`. */
  readonly block: number;
  readonly how: 'day' | 'takeover';
  /** The reign it follows, as far as its host knew. */
  readonly after: { readonly term: number; readonly host: string } | null;
  readonly at: LocalDateTime;
}

/** `hall.signedOff` version 1: the host left in order (bàn giao sảnh); another may go on at once. */
export interface HallSignedOff {
  readonly term: number;
  readonly at: LocalDateTime;
}

/** `hall.closed` version 1: the day is over (đóng sảnh), its counters are closed; of a day nobody closed, later than it. */
export interface HallClosed {
  readonly term: number;
  readonly at: LocalDateTime;
}

/** `hall.counterOpened` version 1: a counter receives (mở quầy). Its officer is the event's actor. */
export interface CounterOpened extends AtCounter {
  /** "Quầy 3". */
  readonly name: string;
  /** Letters of the series it serves. */
  readonly series: readonly string[];
}

/** `hall.counterAway` version 1: a break (tạm nghỉ), with its reason. */
export interface CounterAway extends AtCounter {
  readonly reason: string;
  readonly until: LocalDateTime | null;
}

/** `hall.counterClosed` version 1 (đóng quầy). */
export type CounterClosed = AtCounter;

/** `hall.counterSeries` version 1: what the counter serves from now on (lĩnh vực quầy nhận). */
export interface CounterSeries extends AtCounter {
  readonly series: readonly string[];
}

/** `hall.helpAsked` version 1: a supervisor asks a counter to take a series too (nhờ hỗ trợ). */
export interface HelpAsked extends AtCounter {
  readonly series: string;
}

/**
 * `hall.comeAsked` version 1: a supervisor asks the officer of a counter that is on a break, closed, or not opened today
 * to receive (mời vào quầy). Only the officer opens it.
 */
export type ComeAsked = AtCounter;

/**
 * `hall.messageSet` version 1: what the waiting room's display says beside the calls (lời nhắn trên màn hình), until then;
 * null takes it away. Of two the later holds.
 */
export interface MessageSet {
  readonly term: number;
  readonly message: Bilingual | null;
  readonly until: LocalDateTime;
  readonly at: LocalDateTime;
}

type Of<T extends string, B> = { readonly type: T; readonly version: 1; readonly body: B };

export type TicketEvent =
  | Of<'ticket.issued', TicketIssued>
  | Of<'ticket.called', TicketCalled>
  | Of<'ticket.recalled', TicketRecalled>
  | Of<'ticket.noShow', TicketNoShow>
  | Of<'ticket.putBack', TicketPutBack>
  | Of<'ticket.held', TicketHeld>
  | Of<'ticket.resumed', TicketResumed>
  | Of<'ticket.moved', TicketMoved>
  | Of<'ticket.ended', TicketEnded>
  | Of<'ticket.expired', TicketExpired>
  | Of<'ticket.timeLeftOut', TicketTimeLeftOut>
  | Of<'ticket.timeCounted', TicketTimeCounted>
  | Of<'ticket.settled', TicketSettled>
  | Of<'ticket.rated', TicketRated>;

export type HallEvent =
  | Of<'hall.opened', HallOpened>
  | Of<'hall.signedOff', HallSignedOff>
  | Of<'hall.closed', HallClosed>
  | Of<'hall.counterOpened', CounterOpened>
  | Of<'hall.counterAway', CounterAway>
  | Of<'hall.counterClosed', CounterClosed>
  | Of<'hall.counterSeries', CounterSeries>
  | Of<'hall.helpAsked', HelpAsked>
  | Of<'hall.comeAsked', ComeAsked>
  | Of<'hall.messageSet', MessageSet>;
