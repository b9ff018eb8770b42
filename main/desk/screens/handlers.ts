import { ProblemError } from '../../../contract/problems.ts';
import { enrolmentOf } from '../context.ts';
import type { Shown } from '../ports.ts';
import type { OpenedHandlers } from '../router.ts';
import { createKiosk, type KioskParts } from './kiosk.ts';
import { displayView } from './display.ts';
import type { OwnTicketPrinters } from '../hall/own-printers.ts';
import type { VoiceClips } from './voice.ts';

type ScreenHandlers = Pick<
  OpenedHandlers,
  | 'screen.get'
  | 'kiosk.view'
  | 'kiosk.scan'
  | 'kiosk.take'
  | 'kiosk.rate'
  | 'display.view'
  | 'voice.list'
  | 'voice.clip'
  | 'kiosk.testPrint'
  | 'hall.ticketPrinters'
  | 'hall.chooseTicketPrinters'
>;

export interface ScreenParts extends KioskParts {
  readonly voice: VoiceClips;
  readonly printers: OwnTicketPrinters;
  readonly screen: () => Shown;
  /** Of a display: whether it says the calls. */
  readonly speaks: boolean;
}

/** What citizens see and hear in the waiting room. */
export function screenHandlers(parts: ScreenParts): ScreenHandlers {
  const { context, door, voice, screen, printers, speaks } = parts;
  const kiosk = createKiosk(parts);
  /** A page of the waiting room on a machine that holds dossiers is not shown. @throws ProblemError SN-11 */
  const is = (kind: 'kiosk' | 'display'): void => {
    if (enrolmentOf(context).kind !== kind) throw new ProblemError('SN-11');
  };
  return {
    'screen.get': () => ({ screen: screen() }),
    'kiosk.view': () => {
      is('kiosk');
      return kiosk.view();
    },
    'kiosk.scan': ({ text }) => {
      is('kiosk');
      return kiosk.scan(text);
    },
    'kiosk.take': (input) => {
      is('kiosk');
      return kiosk.take(input);
    },
    // Where citizens stand alone: no officer answers in their place.
    'kiosk.rate': async (input) => {
      if (screen() !== 'kiosk') throw new ProblemError('GN-04', { name: 'kiosk.rate' });
      await kiosk.rate(input);
      return {};
    },
    'kiosk.testPrint': () => kiosk.testPrint(),
    'hall.ticketPrinters': () => printers.shown(),
    'hall.chooseTicketPrinters': (choice) => {
      const shown = printers.choose(choice);
      context.changed('hall');
      return shown;
    },
    'display.view': () => {
      is('display');
      return displayView(context, door(), speaks);
    },
    'voice.list': ({ language }) => voice.list(language),
    'voice.clip': async ({ language, name }) => ({
      audio: Buffer.from(await voice.read(language, name)).toString('base64url'),
    }),
  };
}
