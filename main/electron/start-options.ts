import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { DemoProvince, WaitingRoom } from '../desk/ports.ts';
import { HALL_PORT } from '../hall/addresses.ts';
import { placeOf } from '../print/thermal/links.ts';

/** How the program was started. */
export interface StartOptions {
  /** The desk's folder: database, journal, scans, log. */
  readonly dataDir: string;
  /** Chromium's own folder; one running program per such folder. */
  readonly profileDir: string;
  readonly demo: DemoProvince | null;
  /** Where the hall listens on the office's own network, once this machine belongs to one. */
  readonly hall: { readonly host: string; readonly port: number };
  readonly waitingRoom: WaitingRoom;
}

const hallSchema = z.strictObject({
  host: z.union([z.ipv4(), z.ipv6()]),
  port: z.coerce.number().int().min(0).max(65_535),
});
const demoSchema = z.strictObject({ server: z.url({ protocol: /^https?$/ }), code: z.string().min(1) });

/**
 * `--data=FOLDER`, else QMC_DATA, else the user's application folder. QMC_DEMO (JSON) names the demonstration province
 * that `npm start` brought up; QMC_HALL (ADDRESS:PORT) says where the hall listens, on every card of the machine else.
 * `--kiosk`, `--display`, `--desk`: the page to show; without one, what the hall knows this machine as.
 * `--ticket-printer=tcp:HOST[:PORT]` or `--ticket-printer=/dev/usb/lp0`, the next one takes over; `--ticket-paper=58`.
 * `--silent`: a display that shows calls without saying them, where another in the room speaks.
 *
 * @param appData the folder of the user's application data
 * @throws ZodError, SyntaxError or RangeError where something is not of its form
 */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  appData: string,
): StartOptions {
  const given = argv.find((word) => word.startsWith('--data='))?.slice('--data='.length) ?? env['QMC_DATA'] ?? '';
  // Without marks or spaces in the path, whatever the product's name on screen is.
  const dataDir = given === '' ? join(appData, 'quay-mot-cua') : resolve(given);
  const demo = env['QMC_DEMO'];
  const hall = env['QMC_HALL'] ?? '';
  const at = hall.lastIndexOf(':');
  return {
    dataDir,
    profileDir: join(dataDir, 'chromium'),
    demo: demo === undefined || demo === '' ? null : demoSchema.parse(JSON.parse(demo)),
    hall:
      hall === ''
        ? { host: '0.0.0.0', port: HALL_PORT }
        : hallSchema.parse({ host: hall.slice(0, Math.max(0, at)), port: hall.slice(at + 1) }),
    waitingRoom: waitingRoomOf(argv),
  };
}

function waitingRoomOf(argv: readonly string[]): WaitingRoom {
  const valuesOf = (name: string): string[] =>
    argv.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3));
  const paper = valuesOf('ticket-paper').at(-1) ?? '80';
  if (paper !== '80' && paper !== '58') throw new RangeError('--ticket-paper=80 or --ticket-paper=58');
  return {
    screen: (['kiosk', 'display', 'desk'] as const).find((screen) => argv.includes(`--${screen}`)) ?? null,
    ticketPrinters: valuesOf('ticket-printer').map(placeOf),
    ticketPaper: paper === '80' ? 80 : 58,
    silent: argv.includes('--silent'),
  };
}
