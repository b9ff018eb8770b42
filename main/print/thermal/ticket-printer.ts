import { paperDots, type PaperWidth, type TicketPaper } from '../../../renderer/print/thermal/paper.ts';
import { testPageHtml, ticketHtml } from '../../../renderer/print/thermal/ticket-html.ts';
import type { Log } from '../../desk/ports.ts';
import type { SlipPrinter } from '../printer.ts';
import { bitmapOf } from './bitmap.ts';
import { ticketBytes, type PrinterTrouble } from './escpos.ts';
import { ask, nameOfPlace, PrinterError, send, type PrinterPlace } from './links.ts';
import { ticketFonts } from './ticket-fonts.ts';

/** The printers of a machine, and the paper in them. */
export interface TicketPrinterSet {
  /** In the order they are tried; none: this machine prints no tickets. */
  readonly places: readonly PrinterPlace[];
  readonly paper: PaperWidth;
}

export interface TicketPrinterOptions {
  /** As they are now: somebody may choose others while the program runs. */
  readonly set: () => TicketPrinterSet;
  readonly draw: Pick<SlipPrinter, 'makePicture'>;
  readonly log: Log;
}

export type TicketPrinted =
  /** `instead`: what kept the printers before it. */
  | { readonly kind: 'printed'; readonly printer: string; readonly instead: readonly Refusal[] }
  | { readonly kind: 'failed'; readonly refusals: readonly Refusal[] };

export interface Refusal {
  readonly printer: string;
  readonly trouble: PrinterTrouble;
}

export interface PlaceState {
  readonly printer: string;
  /** null: ready · 'unknown': it does not say */
  readonly trouble: PrinterTrouble | null | 'unknown';
}

/** The thermal printers of a kiosk or counter (máy in phiếu số). */
export interface TicketPrinter {
  /** Prints on the first one that can. @throws ProblemError IN-01, IN-03 where the picture was not made */
  print(ticket: TicketPaper): Promise<TicketPrinted>;
  /** A test page on each printer. */
  test(office: string): Promise<readonly TicketPrinted[]>;
  states(): Promise<readonly PlaceState[]>;
}

export function createTicketPrinter({ set, draw, log }: TicketPrinterOptions): TicketPrinter {
  const picture = async (html: string, paper: PaperWidth): Promise<Uint8Array> =>
    ticketBytes(bitmapOf(await draw.makePicture(html, paperDots[paper])));

  /** One at a time: two tickets in one printer would be cut into each other. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const onFirst = async (bytes: Uint8Array, tried: readonly PrinterPlace[]): Promise<TicketPrinted> => {
    const refusals: Refusal[] = [];
    for (const place of tried) {
      const printer = nameOfPlace(place);
      try {
        await send(place, bytes);
        return { kind: 'printed', printer, instead: refusals };
      } catch (error) {
        const trouble = error instanceof PrinterError ? error.trouble : 'error';
        log.warn('a ticket printer did not print', { printer, trouble });
        refusals.push({ printer, trouble });
      }
    }
    return { kind: 'failed', refusals };
  };

  return {
    print: (ticket) =>
      inTurn(async () => {
        const { places, paper } = set();
        if (places.length === 0) return { kind: 'failed', refusals: [] };
        return onFirst(await picture(ticketHtml(ticket, paper, ticketFonts()), paper), places);
      }),
    test: (office) =>
      inTurn(async () => {
        const { places, paper } = set();
        const outcomes: TicketPrinted[] = [];
        for (const place of places) {
          const html = testPageHtml(office, nameOfPlace(place), paper, ticketFonts());
          outcomes.push(await onFirst(await picture(html, paper), [place]));
        }
        return outcomes;
      }),
    states: () =>
      Promise.all(
        set().places.map(async (place): Promise<PlaceState> => {
          const trouble = await ask(place);
          return { printer: nameOfPlace(place), trouble: trouble === undefined ? 'unknown' : trouble };
        }),
      ),
  };
}
