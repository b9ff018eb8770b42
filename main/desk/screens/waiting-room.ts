import { join } from 'node:path';
import { createTicketPrinter } from '../../print/thermal/ticket-printer.ts';
import type { Store } from '../../store/store.ts';
import { ownTicketPrinters } from '../hall/own-printers.ts';
import type { DeskOptions, Shown } from '../ports.ts';
import type { WaitingRoomDoor } from '../hall/door.ts';
import type { ScreenParts } from './handlers.ts';
import { voiceClips } from './voice.ts';

/** What this machine brings to the waiting room: its printers, its voice, the page it was started for. */
export function waitingRoom(
  options: Pick<DeskOptions, 'waitingRoom' | 'catalogueDir' | 'dataDir' | 'printer' | 'log' | 'clock'>,
  store: Store,
  screen: () => Shown,
  door: () => WaitingRoomDoor | null,
): Omit<ScreenParts, 'context'> {
  const { waitingRoom: room, catalogueDir, dataDir, printer, log, clock } = options;
  const printers = ownTicketPrinters(store, room);
  return {
    door,
    printers,
    printer: createTicketPrinter({ set: printers.now, draw: printer, log, clock }),
    voice: voiceClips(join(catalogueDir, 'voice'), join(dataDir, 'voice')),
    screen,
    speaks: room?.silent !== true,
  };
}
