import { existsSync } from 'node:fs';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { ProblemError } from '../../contract/problems.ts';
import { takeFolder, type DeskFolder } from '../store/folder.ts';
import { readKeyFile, withPassphrase, writeKeyFile } from '../store/key-file.ts';
import type { Store } from '../store/store.ts';
import { createNew, DEMO_PASSPHRASE, enrolAt, openExisting, type OpenedStore } from './enrolment.ts';
import type { DeskOptions } from './ports.ts';

/** The machine's data: sealed, new, or ready (contract: session.get). */
export interface Machine {
  /** The opened database; null while sealed or new. */
  readonly store: Store | null;
  readonly state: 'sealed' | 'new' | 'ready';
  open(passphrase: string): Promise<Store>;
  enrol(request: { server: string; code: string; deviceName: string; passphrase: string | null }): Promise<Store>;
  close(): void;
}

/** @throws ProblemError LT-01, LT-04 … LT-07: the folder is left as it was. */
export async function openMachine(options: DeskOptions): Promise<Machine> {
  const folder = takeFolder(options.dataDir);
  try {
    return await machineIn(folder, options);
  } catch (error) {
    folder.unlock();
    throw error;
  }
}

async function machineIn(folder: DeskFolder, options: DeskOptions): Promise<Machine> {
  const { keychain, demo, clock } = options;
  const opening = () => ({
    stamp: fileStamp(clock.now()),
    newId: () => options.random.id(),
    passing: options.passing,
  });
  let opened: OpenedStore | null = await openExisting(
    folder,
    keychain,
    demo === null ? null : DEMO_PASSPHRASE,
    opening(),
  );

  // One at a time: two windows, or two presses, must not make two keys for one folder.
  let busy: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };

  const isReady = () => opened !== null && opened.store.meta.get('enrolment') !== null;

  const machine: Machine = {
    get store() {
      return isReady() ? (opened?.store ?? null) : null;
    },
    get state() {
      if (isReady()) return 'ready';
      // A key file alone is what a kill before the first database leaves: nothing is sealed with it yet.
      return opened === null && existsSync(folder.database) && readKeyFile(folder.keys) !== null ? 'sealed' : 'new';
    },
    open: (passphrase) =>
      inTurn(async () => {
        opened ??= await openExisting(folder, keychain, passphrase, opening());
        if (opened === null) throw new ProblemError('DK-03');
        return opened.store;
      }),
    enrol: ({ server, code, deviceName, passphrase }) =>
      inTurn(async () => {
        if (machine.state === 'ready') throw new ProblemError('DK-04');
        if (machine.state === 'sealed') throw new ProblemError('DK-05');
        if (opened === null) opened = await createNew(folder, keychain, passphrase, opening());
        else rewrap(opened, passphrase);
        await enrolAt(opened, folder, options, { server, code, deviceName, demo: demo !== null });
        return opened.store;
      }),
    close() {
      opened?.store.close();
      folder.unlock();
    },
  };
  /** A first try came to nothing: the passphrase typed now is the one the person will remember. */
  function rewrap({ key }: OpenedStore, passphrase: string | null): void {
    const file = readKeyFile(folder.keys);
    if (file === null || file.passphrase === null || passphrase === null) return;
    writeKeyFile(folder.keys, withPassphrase(file, key, passphrase));
  }

  return machine;
}

/** 2026-11-23T10-42-05: sorts by time, allowed in every file system. */
export function fileStamp(now: number): string {
  return localDateTime(now).replaceAll(':', '-');
}
