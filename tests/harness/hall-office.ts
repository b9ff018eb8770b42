import { createDesk, type OpenedDesk } from '../../main/desk/desk.ts';
import type { Desk } from '../../main/desk/ports.ts';
import { epochMs, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { systemClock } from '../../main/clock.ts';
import { placeOf } from '../../main/print/thermal/links.ts';
import { systemRandom } from '../../main/random.ts';
import type { HallRole } from '../../contract/hall.ts';
import type { Reference } from '../../contract/sync.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, passwordOf, type EnrolledFolder } from './enrolled-folder.ts';
import { openKeychain } from './open-keychain.ts';
import { officeLan, type Card, type OfficeLan } from './office-lan.ts';
import { silentLog, textPrinter } from './test-desk.ts';
import { pictureOfWords } from './written-ticket.ts';
import { userOf, type DeskUser } from './world.ts';
import { fileURLToPath } from 'node:url';

/** Desks of one office on its own network, with no line to any province: real sockets, real time, real SQLite. */
export interface HallOffice {
  readonly lan: OfficeLan;
  /** A desk the office's others know; `login` sits at it. `printers`: where it prints tickets, as `placeOf` reads it. */
  desk(login: string, kind?: HallRole, printers?: readonly string[]): Promise<HallDesk>;
  /** All know each other, as the province would have told them, and those of another process that are given. */
  introduce(others?: readonly DeviceRow[]): void;
  /** As the province tells of them. */
  devices(): DeviceRow[];
  /** The clocks of all its machines go on from that moment, Vietnam local time. */
  goTo(moment: LocalDateTime): void;
  close(): Promise<void>;
}

export interface HallDesk {
  readonly name: string;
  readonly user: DeskUser;
  readonly cable: Card;
  readonly store: Store;
  readonly opened: OpenedDesk;
  readonly folder: EnrolledFolder;
  /** Resolves with the next change that its pages are told of. */
  changed(): Promise<void>;
  /** The program ends, as by a kill: nothing is said to anybody. */
  stop(): Promise<void>;
  /** And starts again. */
  start(): Promise<void>;
  /** And starts again with another word in its own database of what it is; the others keep the province's. */
  startAs(kind: HallRole): Promise<void>;
}

/** A desk as the others of its office know it. */
export type DeviceRow = Reference['devices'][number];

export interface HallOfficeOptions {
  /** Desks of the same office that another process has. */
  readonly before?: number;
  /** Whether other processes stand on its network too. */
  readonly beyond?: boolean;
  /** What the office's clock is ahead of this machine's, ms. */
  readonly shift?: number;
  /** Whether every answer is parsed as in development. */
  readonly checkOutput?: boolean;
}

export function hallOffice({
  before = 0,
  beyond = false,
  shift = MONDAY_10_42 - systemClock.now(),
  checkOutput = true,
}: HallOfficeOptions = {}): HallOffice {
  const lan = officeLan({ beyond });
  const desks: HallDesk[] = [];
  let ahead = shift;
  const clock = { ...systemClock, now: () => systemClock.now() + ahead };

  const devices = (): DeviceRow[] =>
    desks.map(({ store }) => {
      const { device: id = '', deviceName: name = '', counter = '', kind = 'desk' } = store.meta.get('enrolment') ?? {};
      return { id, publicKey: store.meta.get('deviceKey')?.publicKey ?? '', name, counter, kind };
    });

  return {
    lan,
    async desk(login, kind = 'desk', printers = []) {
      const n = before + desks.length + 1;
      const hex = n.toString(16).padStart(4, '0');
      const folder = await enrolledFolder({
        numbers: { from: n * 250 + 1, to: n * 250 + 250 },
        seat: {
          device: `019ab000-0000-7000-8000-0000000d${hex}`,
          log: `019ab000-0000-7000-8000-0000001a${hex}`,
          office: OFFICE,
          counter: `sa-dec-${n}`,
          counterName: `Quầy ${n}`,
          kind,
        },
      });
      const cable = lan.card();
      let opened: OpenedDesk | null = null;
      let desk: Desk | null = null;
      let user: DeskUser | null = null;
      const start = async (): Promise<void> => {
        desk = await createDesk(
          {
            host: 'browser',
            dataDir: folder.path,
            catalogueDir: fileURLToPath(new URL('../../catalogue', import.meta.url)),
            clock,
            random: systemRandom,
            keychain: openKeychain,
            fetch: () => Promise.reject(new TypeError('no line')),
            printer: { ...textPrinter, makePicture: pictureOfWords },
            log: silentLog,
            demo: null,
            lan: cable,
            waitingRoom: {
              screen: null,
              ticketPrinters: printers.map(placeOf),
              ticketPaper: 80,
            },
            checkOutput,
          },
          (made) => {
            opened = made;
          },
        );
        user = userOf(desk, `user-${n}`);
        // Nobody signs in at a machine of the waiting room, whatever it says of itself.
        if (kind === 'desk') await user.call('session.signIn', { login, password: passwordOf(login) });
      };
      await start();
      const there = <T>(what: T | null): T => {
        if (what === null) throw new Error('not started');
        return what;
      };
      const made: HallDesk = {
        name: `Quầy ${n}`,
        get user() {
          return there(user);
        },
        cable,
        get opened() {
          return there(opened);
        },
        get store() {
          return there(opened).context.store;
        },
        folder,
        changed: () =>
          new Promise((resolve) => {
            const leave = there(desk).subscribe(() => {
              leave();
              resolve();
            });
          }),
        stop: async () => desk?.close(),
        start,
        async startAs(kind) {
          const own = takeFolder(folder.path);
          const store = openStore(own, folder.databaseKey, { create: false, stamp: 'test' });
          const enrolment = store.meta.get('enrolment');
          if (enrolment !== null) store.transact(() => store.meta.set('enrolment', { ...enrolment, kind }));
          store.close();
          own.unlock();
          await start();
        },
      };
      desks.push(made);
      return made;
    },
    devices,
    introduce(others = []) {
      const all = [...others, ...devices()];
      for (const { store } of desks) store.transact(() => store.reference.put('devices', all));
    },
    goTo(moment) {
      ahead = epochMs(moment) - systemClock.now();
    },
    async close() {
      for (const desk of desks) {
        await desk.stop();
        desk.folder.remove();
      }
    },
  };
}

/** `guest` joins the hall that `host` has opened. */
export async function pair(host: HallDesk, guest: HallDesk): Promise<void> {
  const { code } = await host.user.call('hall.newCode', {});
  const port = host.opened.hall?.port ?? 0;
  await guest.user.call('hall.join', { address: `127.0.0.1:${port}`, code });
  await guest.user.until('hall.status', {}, ({ state }) => state === 'linked');
}
