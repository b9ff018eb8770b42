import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import type { HallEvent, Lane, Score, TicketEvent, TicketSource, Told } from './events.ts';

/** What somebody asks of the hall. The host decides it on its view, and writes what comes of it. */
export type HallCommand =
  /** This desk hosts the hall: of a new day, of its own hall after a restart, or in place of a host that is gone. */
  | {
      readonly kind: 'openHall';
      readonly block: number | null;
      readonly takeover: boolean;
      /** The reign's term among the machines: the day's is never below it, so that both compare alike. */
      readonly term?: number;
    }
  | { readonly kind: 'signOff' }
  | { readonly kind: 'closeHall' }
  | {
      readonly kind: 'openCounter';
      readonly counter: string;
      readonly name: string;
      readonly series: readonly string[];
    }
  | { readonly kind: 'away'; readonly counter: string; readonly reason: string; readonly until: LocalDateTime | null }
  | { readonly kind: 'closeCounter'; readonly counter: string }
  | { readonly kind: 'setSeries'; readonly counter: string; readonly series: readonly string[] }
  | { readonly kind: 'askHelp'; readonly counter: string; readonly series: string }
  | { readonly kind: 'askCome'; readonly counter: string }
  /** What the display says until then; null: nothing any more. */
  | { readonly kind: 'setMessage'; readonly message: Bilingual | null; readonly until: LocalDateTime }
  | ({ readonly kind: 'issue' } & NewTicket)
  | { readonly kind: 'callNext'; readonly counter: string }
  | { readonly kind: 'call'; readonly counter: string; readonly ticket: string }
  | { readonly kind: 'recall'; readonly counter: string; readonly ticket: string }
  | { readonly kind: 'noShow'; readonly counter: string; readonly ticket: string }
  | { readonly kind: 'putBack'; readonly ticket: string; readonly place: 'end' | 'own' }
  | { readonly kind: 'hold'; readonly counter: string; readonly ticket: string; readonly reason: string }
  | { readonly kind: 'resume'; readonly counter: string; readonly ticket: string }
  | {
      readonly kind: 'move';
      readonly ticket: string;
      readonly series: string | null;
      readonly counter: string | null;
      readonly reason: string;
    }
  /** The first so many in line of a series, to a counter. */
  | {
      readonly kind: 'moveFirst';
      readonly series: string;
      readonly count: number;
      readonly counter: string;
      readonly reason: string;
    }
  /** These in line, to a field or a counter; to neither: kept for no counter any more. */
  | {
      readonly kind: 'moveNamed';
      readonly tickets: readonly string[];
      readonly series: string | null;
      readonly counter: string | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'end';
      readonly counter: string;
      readonly ticket: string;
      readonly by: 'dossier' | 'hand';
      readonly dossierId: string | null;
    }
  /** What is over by now: absent, held too long, of a day that has ended. The host asks it by the clock. */
  | { readonly kind: 'expire' }
  | { readonly kind: 'leaveOut'; readonly ticket: string; readonly what: 'wait' | 'service'; readonly reason: string }
  /** A time left out before counts again. */
  | { readonly kind: 'countTime'; readonly ticket: string; readonly what: 'wait' | 'service'; readonly reason: string }
  | { readonly kind: 'settle'; readonly ticket: string; readonly note: string }
  | { readonly kind: 'rate'; readonly ticket: string; readonly score: Score };

export interface NewTicket {
  /** A fresh id of the ticket; its number is the rule's. */
  readonly ticket: string;
  readonly series: string;
  readonly field: string | null;
  readonly lane: Lane;
  readonly priority: string | null;
  readonly source: TicketSource;
  readonly bookedFor: LocalDateTime | null;
  readonly dossierId: string | null;
  readonly personKey: string | null;
  readonly sealedPerson: string | null;
  /** Given by staff to somebody who has a live ticket of the series: why. Null: refused then. */
  readonly secondBecause: string | null;
  /** What the ticket will say (`estimateWait`). */
  readonly told: Told | null;
}

/**
 * An event to write: on a ticket of that id or on the day, after what is known of it. Of two on one ticket in one decision
 * the second comes after the first: whoever writes names the first's id in its `after` instead.
 */
export type HallWrite =
  | {
      readonly aggregate: 'ticket';
      readonly id: string;
      readonly after: readonly string[];
      readonly event: TicketEvent;
    }
  | { readonly aggregate: 'hall'; readonly after: readonly string[]; readonly event: HallEvent };

/** Why not: codes of contract/problems, HC (hàng chờ). */
export type HallRefusal =
  | 'HC-01'
  | 'HC-02'
  | 'HC-03'
  | 'HC-04'
  | 'HC-05'
  | 'HC-07'
  | 'HC-08'
  | 'HC-09'
  | 'HC-10'
  | 'HC-11'
  | 'HC-12'
  | 'HC-13'
  | 'HC-14'
  | 'HC-15';

export type Decision =
  | { readonly ok: true; readonly events: readonly HallWrite[] }
  | { readonly ok: false; readonly code: HallRefusal; readonly params: Readonly<Record<string, string>> };
