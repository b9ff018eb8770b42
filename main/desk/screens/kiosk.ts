import type { KioskTicket, KioskView, ScannedAt } from '../../../contract/desk/screens.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { classifyScan } from '../../../domain/scan/classify.ts';
import { readReturnCode } from '../../../domain/guidance/return-code.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Score } from '../../../domain/ticket/events.ts';
import { secondsBetween } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import type { Language } from '../../../domain/voice/spoken.ts';
import type { PrinterTrouble } from '../../print/thermal/escpos.ts';
import type { PlaceState, TicketPrinter } from '../../print/thermal/ticket-printer.ts';
import type { DeskContext } from '../context.ts';
import { enrolmentOf, ownOffice } from '../context.ts';
import type { KioskNumber, WaitingRoomDoor } from '../hall/door.ts';
import { printedInTime } from './printed-in-time.ts';
import { paperOf } from './ticket-paper.ts';
import { hoursOf, opensAt, seriesRows, stateOf } from './waiting.ts';

export interface KioskParts {
  readonly context: DeskContext;
  readonly door: () => WaitingRoomDoor | null;
  /** Asked nothing for the page: the paper watch asks, after whatever is being printed. */
  readonly printer: TicketPrinter;
}

export interface Take extends KioskNumber {
  readonly language: Language;
}

interface Tested {
  readonly printer: string;
  readonly trouble: PrinterTrouble | null;
}

/** What the ticket kiosk (máy lấy số) shows and does. */
export function createKiosk({ context, door, printer }: KioskParts) {
  const doorNow = (): WaitingRoomDoor => {
    const found = door();
    if (found === null) throw new ProblemError('HC-01');
    return found;
  };

  return {
    view(): KioskView {
      const calendar = context.reference.calendar(enrolmentOf(context).office);
      const now = context.localNow();
      const hall = door();
      const state = stateOf(hall, calendar, now);
      return {
        state,
        office: ownOffice(context).name,
        series: state === 'open' && hall !== null ? seriesRows(hall).map(({ shown }) => shown) : [],
        priorities: hall === null ? [] : hall.rules().priorities.map(({ id, name }) => ({ id, name })),
        hours: hoursOf(calendar, now),
        opens: opensAt(calendar, now, state),
        toRate: state === 'open' && hall !== null ? toRate(hall.view(), now) : [],
        printer: troubleOf(printer.known()),
        phoneDoor: state === 'open' && hall !== null ? hall.phoneDoor() : null,
      };
    },

    /** Nothing of it is kept: the page holds it until its number is taken. What a slip gives, the host says. */
    async scan(text: string): Promise<ScannedAt> {
      const scan = classifyScan(text);
      if (scan.kind === 'card') return { kind: 'card' };
      const isSlip = scan.kind === 'dossier-code' || scan.kind === 'slip-qr' || readReturnCode(text) !== null;
      const slip = isSlip ? await doorNow().slip(text) : null;
      return slip === null ? { kind: 'unknown' } : { kind: 'slip', ...slip };
    },

    async take({ language, ...asked }: Take): Promise<KioskTicket> {
      const hall = doorNow();
      const { ticket, isReady, url } = await hall.take(asked);
      const paper = paperOf(context, hall, ticket, { language, isReady, url });
      return {
        number: ticket.text,
        series: ticket.series,
        ahead: paper.ahead,
        wait: paper.wait,
        booked: paper.booked ?? null,
        printed: await printedInTime(printer, paper, context),
        url: paper.url,
      };
    },

    async rate({ ticket, score }: { readonly ticket: string; readonly score: Score }): Promise<void> {
      await doorNow().rate(ticket, score);
    },

    async testPrint(): Promise<Tested[]> {
      const outcomes = await printer.test(ownOffice(context).name);
      return outcomes.flatMap((outcome): readonly Tested[] =>
        outcome.kind === 'printed' ? [{ printer: outcome.printer, trouble: null }] : outcome.refusals,
      );
    },
  };
}

/** Who was served so short ago, seconds, may still stand in the room. */
const RATED_WITHIN_S = 1800;
/** As many numbers as fit the screen. */
const MOST_TO_RATE = 24;

function toRate(view: HallView, now: LocalDateTime): KioskView['toRate'] {
  return view.tickets
    .flatMap(({ id, text, state, rating, endedAt }) =>
      state === 'ended' && rating === null && endedAt !== null && secondsBetween(endedAt, now) < RATED_WITHIN_S
        ? [{ ticket: id, number: text, endedAt }]
        : [],
    )
    .toSorted((a, b) => (a.endedAt < b.endedAt ? 1 : -1))
    .slice(0, MOST_TO_RATE)
    .map(({ ticket, number }) => ({ ticket, number }));
}

/** Why none of the printers can print, as last found; null: one can, or does not say. */
function troubleOf(states: readonly PlaceState[]): KioskView['printer'] {
  const [first] = states;
  if (first === undefined || states.some(({ trouble }) => trouble === null || trouble === 'unknown')) return null;
  return first.trouble === 'unknown' ? null : first.trouble;
}
