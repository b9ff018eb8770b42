import type { TicketPrinterChoice, TicketPrinters } from '../../../contract/desk/ticket-printers.ts';
import type { TicketPrinterSet } from '../../print/thermal/ticket-printer.ts';
import { nameOfPlace, placeOf } from '../../print/thermal/links.ts';
import type { Store } from '../../store/store.ts';
import type { DeskOptions } from '../ports.ts';

/** Which printers print this machine's tickets (máy in phiếu số): as somebody chose at its screen, else as it was started. */
export interface OwnTicketPrinters {
  readonly now: () => TicketPrinterSet;
  shown(): TicketPrinters;
  choose(choice: TicketPrinterChoice): TicketPrinters;
}

export function ownTicketPrinters(
  store: Pick<Store, 'meta' | 'transact'>,
  started: DeskOptions['waitingRoom'],
): OwnTicketPrinters {
  const now = (): TicketPrinterSet => {
    const chosen = store.meta.get('ticketPrinters');
    if (chosen !== null) return { places: chosen.printers.map(placeOf), paper: chosen.paper };
    return { places: started?.ticketPrinters ?? [], paper: started?.ticketPaper ?? 80 };
  };
  const shown = (): TicketPrinters => {
    const { places, paper } = now();
    return {
      printers: places.map((place) => (place.kind === 'tcp' ? `tcp:${nameOfPlace(place)}` : place.path)),
      paper,
    };
  };
  return {
    now,
    shown,
    choose(choice) {
      store.transact(() => store.meta.set('ticketPrinters', choice));
      return shown();
    },
  };
}
