import { paperDots, type PaperWidth, type TicketPaper } from '../../../renderer/print/thermal/paper.ts';
import { testPageHtml, ticketHtml } from '../../../renderer/print/thermal/ticket-html.ts';
import type { Clock, Log } from '../../desk/ports.ts';
import { within } from '../../../domain/within.ts';
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
  readonly clock: Clock;
  /** How a printer is spoken to. Default: as `links.ts` does. */
  readonly link?: { readonly send: typeof send; readonly ask: typeof ask };
}

/** No printer is waited for longer, ms, whatever its system does: others wait behind it. More than a network printer's own limits. */
export const PLACE_MS = 12_000;

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
  /**
   * As the printers say, and where they say nothing, as the last ticket went; after whatever is being printed: a device file
   * opened meanwhile would be busy, and so would a printer that takes one connection.
   */
  look(): Promise<readonly PlaceState[]>;
  /** The same as was last found, at once. */
  known(): readonly PlaceState[];
}

export function createTicketPrinter(options: TicketPrinterOptions): TicketPrinter {
  const { set, draw, log, clock, link = { send, ask } } = options;
  const picture = async (html: string, paper: PaperWidth): Promise<Uint8Array> =>
    ticketBytes(bitmapOf(await draw.makePicture(html, paperDots[paper])));

  /** One at a time: two tickets in one printer would be cut into each other. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  /** By the printer's name: how it was last found, by what it answered or by how a ticket went. */
  const found = new Map<string, PlaceState['trouble']>();
  const known = (): PlaceState[] =>
    set().places.map((place) => {
      const printer = nameOfPlace(place);
      return { printer, trouble: found.get(printer) ?? null };
    });
  const states = async (): Promise<PlaceState[]> => {
    await Promise.all(
      set().places.map(async (place) => {
        const printer = nameOfPlace(place);
        const trouble = await within(clock, PLACE_MS, link.ask(place), 'offline' as const);
        if (trouble === undefined) found.set(printer, afterSilence(found.get(printer)));
        else found.set(printer, trouble);
      }),
    );
    return known();
  };

  /** By name: given up, and its system has not answered yet. A second write would hang as the first does. */
  const held = new Set<string>();
  const sendWithin = async (place: PrinterPlace, bytes: Uint8Array): Promise<void> => {
    const printer = nameOfPlace(place);
    if (held.has(printer)) throw new PrinterError('offline');
    held.add(printer);
    const sent = link.send(place, bytes, clock).finally(() => held.delete(printer));
    const outcome = await within(clock, PLACE_MS, sent, 'late');
    if (outcome === 'late') throw new PrinterError('offline');
  };

  const onFirst = async (bytes: Uint8Array, tried: readonly PrinterPlace[]): Promise<TicketPrinted> => {
    const refusals: Refusal[] = [];
    for (const place of tried) {
      const printer = nameOfPlace(place);
      try {
        await sendWithin(place, bytes);
        found.set(printer, null);
        return { kind: 'printed', printer, instead: refusals };
      } catch (error) {
        const trouble = error instanceof PrinterError ? error.trouble : 'error';
        log.warn('a ticket printer did not print', { printer, trouble });
        refusals.push({ printer, trouble });
        found.set(printer, trouble);
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
    look: () => inTurn(states),
    known,
  };
}

/**
 * It can be spoken to and does not say how it is: what the last ticket found holds until one comes out. A printer on a
 * cable says nothing of its paper, and an empty roll was forgotten at once otherwise.
 */
function afterSilence(last: PlaceState['trouble'] | undefined): PlaceState['trouble'] {
  return last === undefined || last === null || last === 'not-reached' ? 'unknown' : last;
}
