import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../contract/desk.ts';
import { systemClock } from '../../main/clock.ts';
import { createDesk } from '../../main/desk/desk.ts';
import type { Desk, Fetch } from '../../main/desk/ports.ts';
import { systemRandom } from '../../main/random.ts';
import { keyFromPassphrase, readKeyFile } from '../../main/store/key-file.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { openSqlite } from '../../main/store/sqlite.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { codeHash } from '../../server/enrolment-code.ts';
import { storeCode } from '../../server/store/enrolment.ts';
import { completeReceipt } from './complete-receipt.ts';
import type { OfficeLan } from './office-lan.ts';
import { silentLog, textPrinter } from './test-desk.ts';
import { PASSWORD, type TestProvince } from './test-server.ts';

/** A whole desk on a folder of its own at a province in this process, over real HTTP; it is closed, copied and opened anew. */
export interface DeskAt {
  readonly dataDir: string;
  /** What it keeps, while it is open. */
  readonly store: Store;
  /** Takes its cable to the office's own network out, or puts it in again; of a desk that stands on one. */
  setCable(isIn: boolean): void;
  /** What the line does to each request. */
  line: (send: () => ReturnType<Fetch>, url: string) => ReturnType<Fetch>;
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  until<N extends CallName>(
    name: N,
    input: CallInput<N>,
    wanted: (value: CallOutput<N>) => boolean,
  ): Promise<CallOutput<N>>;
  receive(): Promise<{ dossierId: string; code: string }>;
  /** When nothing waits any more. */
  drained(): Promise<void>;
  close(): Promise<void>;
  /** Opens the folder again as it is now, and signs in. */
  open(): Promise<void>;
  /** The folder as it is, copied: another machine with the same data. */
  clone(): DeskAt;
  remove(): Promise<void>;
}

const PASSPHRASE = 'mật khẩu máy 1';
const catalogueDir = join(import.meta.dirname, '..', '..', 'catalogue');

/** @param lan the office's own network, where it stands on one of the test's */
export async function deskAt(
  province: TestProvince,
  server: string,
  office: string,
  counter: string,
  lan: OfficeLan | null = null,
): Promise<DeskAt> {
  const desk = deskIn(mkdtempSync(join(tmpdir(), 'desk-at-')), lan);
  await desk.open();
  await desk.call('machine.enrol', {
    server,
    code: await newCode(province, office, counter),
    deviceName: 'máy thử',
    passphrase: PASSPHRASE,
  });
  await desk.call('session.signIn', { login: loginAt(office), password: PASSWORD });
  return desk;
}

/** One officer an office: `can-bo-OFFICE`. */
export function loginAt(office: string): string {
  return `can-bo-${office}`;
}

export async function newCode(province: TestProvince, office: string, counter: string): Promise<string> {
  const code = `MA-THU-${systemRandom.id()}`.slice(0, 40);
  const now = province.clock.now();
  await storeCode(province.db, { codeHash: codeHash(code), office, counter, expiresAt: now + 600_000 }, now);
  return code;
}

function deskIn(dataDir: string, lan: OfficeLan | null): DeskAt {
  const cable = lan?.card();
  let desk: Desk | null = null;
  let kept: Store | null = null;
  const running = (): Desk => {
    if (desk === null) throw new Error('the desk is closed');
    return desk;
  };
  const caller = { session: 'one', trusted: true };
  const at: DeskAt = {
    dataDir,
    get store() {
      if (kept === null) throw new Error('the desk is not open');
      return kept;
    },
    setCable: (isIn) => cable?.set(isIn),
    line: (send) => send(),
    async call<N extends CallName>(name: N, input: CallInput<N>) {
      const reply = await running().call(caller, name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
      // The router parses every answer (checkOutput), so its type is the contract's.
      return reply.value as CallOutput<N>;
    },
    async until(name, input, wanted) {
      for (;;) {
        let unsubscribe = (): void => undefined;
        const changed = new Promise<void>((resolve) => {
          unsubscribe = running().subscribe(() => resolve());
        });
        const value = await at.call(name, input);
        if (!wanted(value)) await changed;
        unsubscribe();
        if (wanted(value)) return value;
      }
    },
    async receive() {
      const content = await completeReceipt(at);
      const draft = await at.call('draft.create', { from: null });
      return at.call('receipt.receive', { draftId: draft.id, revision: 0, content });
    },
    async drained() {
      await at.until('status.get', {}, ({ waiting, line }) => waiting.events === 0 && line.state === 'up');
    },
    async close() {
      await desk?.close();
      desk = null;
      kept = null;
    },
    async open() {
      desk = await createDesk(
        {
          host: 'browser',
          dataDir,
          catalogueDir,
          clock: systemClock,
          random: systemRandom,
          keychain: null,
          fetch: (url, init) => at.line(() => fetch(url, init), url),
          printer: textPrinter,
          log: silentLog,
          demo: null,
          ...(cable === undefined ? {} : { lan: cable }),
          checkOutput: true,
        },
        ({ context }) => {
          kept = context.store;
        },
      );
      const { machine } = await at.call('session.get', {});
      if (machine !== 'sealed') return;
      const { office } = await at.call('machine.open', { passphrase: PASSPHRASE });
      await at.call('session.signIn', { login: loginAt(office?.id ?? ''), password: PASSWORD });
    },
    clone() {
      const copy = mkdtempSync(join(tmpdir(), 'desk-at-'));
      for (const name of readdirSync(dataDir)) cpSync(join(dataDir, name), join(copy, name), { recursive: true });
      return deskIn(copy, lan);
    },
    async remove() {
      await at.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return at;
}

/** The database key of a desk's folder, as the recovery key would give it. */
export function keyOf(dataDir: string): { readonly key: string } {
  const keys = readKeyFile(join(dataDir, 'keys.json'));
  if (keys === null) throw new Error('no key file');
  return { key: keyFromPassphrase(keys, PASSPHRASE) };
}

/** A backup of a closed desk's folder as it is now, made as the daily one is. */
export async function backUp(dataDir: string): Promise<void> {
  const folder = takeFolder(dataDir);
  const keys = readKeyFile(folder.keys);
  if (keys === null) throw new Error('no key file');
  const store = openStore(folder, keyFromPassphrase(keys, PASSPHRASE), { create: false, stamp: 'test' });
  await store.backup('2099-01-01T00-00-00');
  store.close();
  folder.unlock();
}

/** The newest backup in the place of a closed desk's database, as `docs/operations.md` says it is put back. */
export function putBack(dataDir: string): void {
  const [newest] = readdirSync(join(dataDir, 'backups'))
    .filter((name) => /^desk-.*\.db$/.test(name))
    .sort()
    .reverse();
  if (newest === undefined) throw new Error('no backup');
  for (const tail of ['desk.db-wal', 'desk.db-shm']) rmSync(join(dataDir, tail), { force: true });
  copyFileSync(join(dataDir, 'backups', newest), join(dataDir, 'desk.db'));
}

/** Every dossier's view in a closed desk's database, by id, as the text it is stored as. */
export function viewsIn(dataDir: string): Map<string, string> {
  return new Map(
    rowsIn<{ id: string; view: string }>(dataDir, 'SELECT id, view FROM dossier').map((row) => [row.id, row.view]),
  );
}

export function rowsIn<T>(dataDir: string, sql: string): T[] {
  const keys = readKeyFile(join(dataDir, 'keys.json'));
  if (keys === null) throw new Error('no key file');
  const db = openSqlite(join(dataDir, 'desk.db'), keyFromPassphrase(keys, PASSPHRASE), { create: false });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}
