import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ProblemError } from '../../contract/problems.ts';

/** The files of one desk, all in one folder on a local disk. */
export interface DeskFolder {
  readonly database: string;
  readonly journal: string;
  readonly keys: string;
  /** Erasures by law that were carried out here; a database put back from an older copy is told by it. */
  readonly erasures: string;
  readonly backups: string;
  /** Digitised papers, encrypted. */
  readonly scans: string;
  /** Releases the folder to the next instance. */
  unlock(): void;
}

/** File systems over a network, by the magic number of statfs(2): NFS, SMB, SMB2, CIFS, NCP, AFS, 9P, Ceph. */
const NETWORK_FILE_SYSTEMS = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x564c, 0x5346414f, 0x01021997, 0x00c36400,
]);

/**
 * Makes the folder when missing and takes it for this process alone, whichever host runs it. The lock is the
 * operating system's on an open file, so a killed process leaves none behind.
 * @throws ProblemError LT-05 in use, LT-06 network folder, LT-07 not writable
 */
export function takeFolder(path: string): DeskFolder {
  if (path.startsWith('\\\\') || path.startsWith('//')) throw new ProblemError('LT-06');
  let lock: Database.Database;
  try {
    mkdirSync(join(path, 'backups'), { recursive: true, mode: 0o700 });
    mkdirSync(join(path, 'scans'), { recursive: true, mode: 0o700 });
    if (NETWORK_FILE_SYSTEMS.has(statfsSync(path).type)) throw new ProblemError('LT-06');
    lock = new Database(join(path, 'desk.lock'), { timeout: 0 });
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('LT-07', {}, { cause: error });
  }
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
    throw new ProblemError(busy ? 'LT-05' : 'LT-07', {}, { cause: error });
  }
  return {
    database: join(path, 'desk.db'),
    journal: join(path, 'desk.journal'),
    keys: join(path, 'keys.json'),
    erasures: join(path, 'desk.erasures'),
    backups: join(path, 'backups'),
    scans: join(path, 'scans'),
    unlock: () => lock.close(),
  };
}
