import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { ProblemError } from '../../contract/problems.ts';
import { takeFolder, type DeskFolder } from '../store/folder.ts';
import { readKeyFile } from '../store/key-file.ts';
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
  const opening = () => ({ stamp: fileStamp(clock.now()), passing: options.passing });
  let opened: OpenedStore | null = await openExisting(
    folder,
    keychain,
    demo === null ? null : DEMO_PASSPHRASE,
    opening(),
  );

  const isReady = () => opened !== null && opened.store.meta.get('enrolment') !== null;

  const machine: Machine = {
    get store() {
      return isReady() ? (opened?.store ?? null) : null;
    },
    get state() {
      if (isReady()) return 'ready';
      return opened === null && readKeyFile(folder.keys) !== null ? 'sealed' : 'new';
    },
    async open(passphrase) {
      opened ??= await openExisting(folder, keychain, passphrase, opening());
      if (opened === null) throw new ProblemError('DK-03');
      return opened.store;
    },
    async enrol({ server, code, deviceName, passphrase }) {
      if (machine.state === 'ready') throw new ProblemError('DK-04');
      if (machine.state === 'sealed') throw new ProblemError('DK-05');
      opened ??= await createNew(folder, keychain, passphrase, opening());
      await enrolAt(opened, folder, options, { server, code, deviceName, demo: demo !== null });
      return opened.store;
    },
    close() {
      opened?.store.close();
      folder.unlock();
    },
  };
  return machine;
}

/** 2026-11-23T10-42-05: sorts by time, allowed in every file system. */
export function fileStamp(now: number): string {
  return localDateTime(now).replaceAll(':', '-');
}
