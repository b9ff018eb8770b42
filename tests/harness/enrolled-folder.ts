import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, type Dirent } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { newSigningKey, type SigningKey } from '../../contract/signing.ts';
import type { Role } from '../../contract/roles.ts';
import type { Office, User } from '../../contract/sync.ts';
import type { MachineKind } from '../../contract/machine-kind.ts';
import { hashSecret } from '../../main/desk/password.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { keyFileFor, newDatabaseKey, withPassphrase, writeKeyFile } from '../../main/store/key-file.ts';
import { openStore } from '../../main/store/store.ts';
import { openKeychain } from './open-keychain.ts';

/** A desk's data folder as enrolment leaves it, without a province: for tests of the desk alone. */
export interface EnrolledFolder {
  readonly path: string;
  readonly passphrase: string;
  readonly databaseKey: string;
  /** The key the desk believes to be the province's. */
  readonly serverKey: SigningKey;
  /** The desk's own. */
  readonly deviceKey: SigningKey;
  remove(): void;
}

export const PASSPHRASE = 'mật khẩu máy 1';
export const OFFICE = 'xa-29905';
export const COUNTER = 'sa-dec-3';
export const LOG = '019ab000-0000-7000-8000-00000000010a';

/** Where a desk stands. */
export interface Seat {
  readonly device: string;
  readonly log: string;
  readonly office: string;
  readonly counter: string;
  readonly counterName: string;
  /** A desk where left out. */
  readonly kind?: MachineKind;
}

export const usualSeat: Seat = {
  device: '019ab000-0000-7000-8000-00000000000d',
  log: LOG,
  office: OFFICE,
  counter: COUNTER,
  counterName: 'Quầy 3',
};
/** Monday 23/11/2026, 10:42:00 in Vietnam: the day of the pictures. */
export const MONDAY_10_42 = Date.UTC(2026, 10, 23, 3, 42, 0);

const people: readonly [login: string, name: string, role: Role][] = [
  ['ngan', 'Lê Thị Kim Ngân', 'officer'],
  ['tam', 'Nguyễn Minh Tâm', 'officer'],
  ['phuoc', 'Đặng Văn Phước', 'supervisor'],
  ['bao', 'Trần Quốc Bảo', 'administrator'],
  ['thao', 'Bùi Thị Thanh Thảo', 'unitOfficer'],
  ['xem', 'Võ Thanh Xuân', 'provincialViewer'],
];

/** Everybody's password is `mat-khau-LOGIN`. */
export const passwordOf = (login: string): string => `mat-khau-${login}`;

let users: Promise<User[]> | null = null;

function demoUsers(): Promise<User[]> {
  // Hashing six passwords takes a second: once a test file.
  users ??= Promise.all(
    people.map(async ([login, name, role]) => ({
      id: `u-${login}`,
      login,
      name,
      role,
      office: OFFICE,
      unit: role === 'unitOfficer' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : null,
      fields: ['Hộ tịch', 'Chứng thực'],
      position: '',
      password: await hashSecret(passwordOf(login)),
      disabled: false,
      revision: 1,
    })),
  );
  return users;
}

interface FolderOptions {
  numbers?: { from: number; to: number } | null;
  seat?: Seat;
  /** Beside the usual ones. */
  users?: readonly User[];
  offices?: readonly Office[];
}

type Mould = Omit<EnrolledFolder, 'path' | 'remove'> & {
  readonly folders: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
};

/** What an enrolment leaves is made once a process for each set of options, and copied: it takes a fifth of a second. */
const moulds = new Map<string, Promise<Mould>>();

export async function enrolledFolder(options: FolderOptions = {}): Promise<EnrolledFolder> {
  const key = JSON.stringify(options);
  const mould = moulds.get(key) ?? enrolledMould(options);
  moulds.set(key, mould);
  const { folders, files, ...made } = await mould;
  const path = mkdtempSync(join(tmpdir(), 'quay-'));
  for (const name of folders) mkdirSync(join(path, name), { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(path, name), bytes, { mode: 0o600 });
  return { ...made, path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function enrolledMould(options: FolderOptions): Promise<Mould> {
  const seat = options.seat ?? usualSeat;
  const path = mkdtempSync(join(tmpdir(), 'quay-'));
  const folder = takeFolder(path);
  const databaseKey = newDatabaseKey();
  const [serverKey, deviceKey] = [newSigningKey(), newSigningKey()];
  const keychain = Buffer.from(await openKeychain.encrypt(databaseKey)).toString('base64');
  writeKeyFile(folder.keys, withPassphrase({ ...keyFileFor(databaseKey), keychain }, databaseKey, PASSPHRASE));
  const store = openStore(folder, databaseKey, { create: true, stamp: 'new' });
  const numbers = options.numbers === undefined ? { from: 251, to: 500 } : options.numbers;
  const list = await demoUsers();
  store.transact(() => {
    store.meta.set('deviceKey', deviceKey);
    store.meta.set('enrolment', {
      serverUrl: 'http://127.0.0.1:9/',
      server: '019ab000-0000-7000-8000-000000000001',
      serverPublicKey: serverKey.publicKey,
      device: seat.device,
      deviceName: 'SĐ-Q3',
      log: seat.log,
      office: seat.office,
      counter: seat.counter,
      kind: seat.kind ?? 'desk',
      demo: false,
    });
    store.meta.set('lastContact', MONDAY_10_42);
    store.reference.put('users', [...list, ...(options.users ?? [])]);
    store.reference.put('offices', [
      {
        id: OFFICE,
        kind: 'commune-centre',
        name: 'Trung tâm Phục vụ hành chính công phường Sa Đéc',
        shortName: 'phường Sa Đéc',
        authority: 'UBND PHƯỜNG SA ĐÉC',
        place: 'Sa Đéc',
        codePrefix: 'H20.57',
        parent: null,
        phone: '0277 3898989',
        address: '',
        bank: null,
        disabled: false,
        revision: 1,
      },
      ...(options.offices ?? []),
    ]);
    store.reference.put('counters', [
      {
        id: seat.counter,
        office: seat.office,
        name: seat.counterName,
        kind: seat.kind ?? 'desk',
        use: 'counter',
        disabled: false,
        revision: 1,
      },
    ]);
    store.reference.put(
      'grants',
      numbers === null
        ? []
        : [
            {
              id: '019ab000-0000-7000-8000-0000000000aa',
              log: seat.log,
              office: seat.office,
              prefix: 'H20.57',
              ...numbers,
              validFrom: '2026-11-01',
              validTo: '2027-01-31',
            },
          ],
    );
    store.reference.put('settings', {
      offlineNumbersTemporary: false,
      scanBytesPerSecond: 0,
      lookupUrl: 'https://tracuu.example.vn/',
      hotline: '0277 3898989',
    });
  });
  store.close();
  folder.unlock();
  const all = readdirSync(path, { recursive: true, withFileTypes: true });
  const nameOf = (entry: Dirent): string => relative(path, join(entry.parentPath, entry.name));
  const folders = all.filter((entry) => entry.isDirectory()).map(nameOf);
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: nameOf(entry), bytes: readFileSync(join(path, nameOf(entry))) }));
  rmSync(path, { recursive: true });
  return { passphrase: PASSPHRASE, databaseKey, serverKey, deviceKey, folders, files };
}
