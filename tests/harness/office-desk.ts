import { fileURLToPath } from 'node:url';
import type { Office, User } from '../../contract/sync.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { createActing } from '../../main/desk/acting.ts';
import type { DeskContext } from '../../main/desk/context.ts';
import { createHandover } from '../../main/desk/handover/handover.ts';
import { loadReferenceData } from '../../main/desk/reference-data.ts';
import { createSessions, type DeskSession } from '../../main/desk/sessions.ts';
import { slipBuilders } from '../../main/desk/slips/builders.ts';
import { createSlipLedger } from '../../main/desk/slips/ledger.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { bodyOf, openStore, type Store } from '../../main/store/store.ts';
import { inventedDossier } from './dossier-filler.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, type Seat } from './enrolled-folder.ts';
import { seededRandomness, silentLog, textPrinter } from './test-desk.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

/** The use cases of one desk on its own SQLite file, with no line and no page; desks hand each other their events. */
export interface OfficeDesk {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly context: DeskContext;
  readonly acting: ReturnType<typeof createActing>;
  readonly handover: ReturnType<typeof createHandover>;
  session(user: string): DeskSession;
  /** A dossier received here; the id. */
  receive(n: number, over?: Partial<DossierReceived>): string;
  /** Its own log, from the beginning. */
  written(): LogEvent[];
  /** Takes in what other desks wrote. */
  hear(...others: readonly OfficeDesk[]): void;
  /** What the slip of a dossier says to a scanner. */
  slipOf(dossierId: string): Promise<string>;
  /** Closes it and opens it again, as a restart does. */
  restart(): Promise<OfficeDesk>;
  close(): void;
}

export const OTHER_OFFICE = 'xa-29869';
export const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';

const seat = (n: number, office: string, counterName: string): Seat => ({
  device: `019ab000-0000-7000-8000-0000000d000${n}`,
  log: `019ab000-0000-7000-8000-0000000a000${n}`,
  office,
  counter: `${office}-${n}`,
  counterName,
});

export const seats = {
  counter: seat(2, OFFICE, 'Quầy 3'),
  secondCounter: seat(3, OFFICE, 'Quầy 1'),
  /** Its log sorts before the counter's: the fold sees its events first. */
  unit: seat(1, OFFICE, 'Máy của phòng'),
  otherOffice: seat(4, OTHER_OFFICE, 'Quầy 7'),
} as const;

const user = (login: string, name: string, office: string, unit: string | null): User => ({
  id: `u-${login}`,
  login,
  name,
  role: unit === null ? 'officer' : 'unitOfficer',
  office,
  unit,
  fields: [],
  position: '',
  password: { salt: '', hash: '' },
  disabled: false,
  revision: 1,
});

const more = [
  user('lan', 'Phan Thị Lan', OTHER_OFFICE, null),
  user('hai', 'Trần Văn Hải', OTHER_OFFICE, UNIT),
  user('duc', 'Đỗ Minh Đức', OFFICE, 'Phòng Văn hóa - Xã hội'),
];

const other: Office = {
  id: OTHER_OFFICE,
  kind: 'commune-centre',
  name: 'Trung tâm Phục vụ hành chính công phường Cao Lãnh',
  shortName: 'phường Cao Lãnh',
  authority: 'UBND PHƯỜNG CAO LÃNH',
  place: 'Cao Lãnh',
  codePrefix: 'H20.54',
  parent: null,
  phone: '',
  address: '',
  bank: null,
  disabled: false,
  revision: 1,
};

/** Everybody knows the offices and people of both communes. */
export async function officeDesk(where: Seat): Promise<OfficeDesk> {
  const folder = await enrolledFolder({ seat: where, users: more, offices: [other] });
  return opened(folder.path, folder.databaseKey, () => folder.remove(), where, virtualClock(MONDAY_10_42), 0);
}

async function opened(
  path: string,
  key: string,
  remove: () => void,
  where: Seat,
  clock: VirtualClock,
  times: number,
): Promise<OfficeDesk> {
  const folder = takeFolder(path);
  const store = openStore(folder, key, { create: false, stamp: `start-${times}` });
  const random = seededRandomness(`${where.log} ${times}`);
  const reference = await loadReferenceData(fileURLToPath(new URL('../../catalogue', import.meta.url)), store);
  const context: DeskContext = {
    clock,
    random,
    log: silentLog,
    printer: textPrinter,
    host: 'browser',
    fetch: () => Promise.reject(new TypeError('no line')),
    store,
    reference,
    changed: () => undefined,
    now: () => clock.now(),
    localNow: () => localDateTime(clock.now()),
    time: () => ({ now: clock.now(), offset: null, isWrong: false }),
    line: () => ({ state: 'down', since: 0, code: 'DT-01' }),
    stamp: () => ({
      id: random.id(),
      salt: Buffer.from(random.bytes(16)).toString('hex'),
      at: { device: clock.now(), offset: null },
    }),
    isOnline: () => false,
    kick: () => undefined,
  };
  const acting = createActing(context, { approver: () => Promise.reject(new Error('nobody approves here')) });
  const slips = createSlipLedger(context, slipBuilders(context));
  const sessions = createSessions();
  const shut = (): void => {
    store.close();
    folder.unlock();
  };
  const desk: OfficeDesk = {
    store,
    clock,
    context,
    acting,
    handover: createHandover(context, acting, slips),
    session(id) {
      const session = sessions.of(id);
      session.user = (store.reference.get('users') ?? []).find((row) => row.id === id) ?? null;
      return session;
    },
    receive(n, over = {}) {
      const id = random.id();
      const now = context.localNow();
      const invented = inventedDossier(n, where.office);
      const code = { ...invented.code, text: `H20.57-261123-${String(n).padStart(4, '0')}` };
      const body: DossierReceived = {
        ...invented,
        code,
        counter: where.counterName,
        processingUnit: UNIT,
        receivedAt: now,
        handoverBy: `${now.slice(0, 10)}T17:00:00`,
        due: { ...invented.due, at: '2026-11-27T17:00:00' },
        ...over,
      };
      store.record(() => ({
        now: clock.now(),
        events: [
          {
            stamp: context.stamp(),
            event: {
              aggregate: 'dossier',
              aggregateId: id,
              after: [],
              type: 'dossier.received',
              version: 1,
              body: bodyOf(body),
              actor: where.office === OFFICE ? 'u-ngan' : 'u-lan',
              approvedBy: null,
            },
          },
        ],
      }));
      return id;
    },
    written: () => (store.log?.eventsFrom(where.log, 1, 10_000) ?? []).map(({ event }) => event),
    hear(...others) {
      store.transact(() => store.takeIn(others.flatMap((each) => each.written())));
    },
    async slipOf(dossierId) {
      const { slip } = await slips.print(desk.session('u-ngan'), dossierId, '01', null);
      // Written by the ledger a moment ago.
      const { codes } = JSON.parse(store.slips.get(slip.slipId)?.contents ?? '') as { codes: { qr: string } };
      return codes.qr;
    },
    restart() {
      shut();
      return opened(path, key, remove, where, clock, times + 1);
    },
    close() {
      shut();
      remove();
    },
  };
  return desk;
}
