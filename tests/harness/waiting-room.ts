import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfPrinter } from './pdf-printer.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from './world.ts';

/** One office's hall: a counter that hosts it, a kiosk with a printer, a display, each a machine of its own. */
export interface WaitingRoomDay {
  readonly world: World;
  readonly counter: WorldDesk;
  readonly kiosk: WorldDesk;
  readonly display: WorldDesk;
  /** At counter 3, which receives series A, B and K. */
  readonly officer: DeskUser;
  /** The device file that stands for the kiosk's printer; taken away, it is not reached. */
  readonly paper: string;
  /** All that the kiosk's printer was sent so far. */
  printed(): Buffer;
  close(): Promise<void>;
}

/** A machine of this world's office joins the hall that `host` has opened. */
export async function joinHall(host: DeskUser, guest: DeskUser): Promise<void> {
  const { code, addresses } = await host.call('hall.newCode', {});
  const port = addresses[0]?.split(':')[1] ?? '';
  await guest.call('hall.join', { address: `127.0.0.1:${port}`, code });
  await guest.until('hall.status', {}, ({ state }) => state === 'linked');
}

export const OFFICE = 'xa-29905';

export async function openWaitingRoom(): Promise<WaitingRoomDay> {
  const folder = mkdtempSync(join(tmpdir(), 'waiting-room-'));
  const paper = join(folder, 'lp0');
  writeFileSync(paper, '');
  const world = await openWorld({
    start: '2026-11-23T08:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  const counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  const kiosk = await world.desk({
    office: OFFICE,
    counter: `${OFFICE}-ki-ot`,
    place: 'Máy lấy số',
    kind: 'kiosk',
    waitingRoom: { screen: null, ticketPrinters: [{ kind: 'device', path: paper }], ticketPaper: 80 },
  });
  const display = await world.desk({
    office: OFFICE,
    counter: `${OFFICE}-man-hinh`,
    place: 'Màn hình',
    kind: 'display',
  });
  const officer = await counter.as('ngan');
  const helper = { kiosk: kiosk.page(), display: display.page() };
  const known = [
    [counter, officer],
    [kiosk, helper.kiosk],
    [display, helper.display],
  ] as const;
  // Each has heard of the others from the province: without that no code lets anybody in.
  for (const [desk, user] of known) {
    await user.until('status.get', {}, () => (desk.store.reference.get('devices') ?? []).length === known.length);
  }
  await officer.call('hall.open', {});
  for (const role of ['kiosk', 'display'] as const) {
    await helper[role].until('hall.status', {}, ({ state }) => state !== 'seeking');
    await joinHall(officer, helper[role]);
  }
  await officer.call('queue.act', { act: { kind: 'openCounter', series: ['A', 'B', 'K'] } });
  return {
    world,
    counter,
    kiosk,
    display,
    officer,
    paper,
    printed: () => readFileSync(paper),
    async close() {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
