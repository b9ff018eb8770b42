import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import { ProblemError } from '../../contract/problems.ts';

/** The one import of the SQLite binding (SQLite3 Multiple Ciphers under better-sqlite3's interface). */
export type Sqlite = Database.Database;

/** Where a thread of its own finds the binding. */
export function bindingPath(): string {
  return createRequire(import.meta.url).resolve('better-sqlite3');
}

/** Pages in the write-ahead log from which on a commit brings them into the file. */
export const AUTO_CHECKPOINT = 1000;

/** 32 bytes, hex. */
export type DatabaseKey = string;

/**
 * Opens a file with its raw key: no key derivation at open, ChaCha20-Poly1305 per page, so a damaged page is found
 * when it is read. Does not create, migrate or change anything unless `create`.
 * @throws ProblemError LT-01 damaged, LT-02 wrong key, LT-07 not openable
 */
export function openSqlite(path: string, key: DatabaseKey, options: { create: boolean; readonly?: boolean }): Sqlite {
  let db: Sqlite;
  try {
    db = new Database(path, { fileMustExist: !options.create, readonly: options.readonly ?? false, timeout: 2000 });
  } catch (error) {
    throw new ProblemError('LT-07', {}, { cause: error });
  }
  try {
    db.pragma(`cipher='chacha20'`);
    db.pragma(`key='raw:${key}'`);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    db.close();
    throw asStorageProblem(error);
  }
  return db;
}

/** Settings that make a committed transaction durable (power cut included) and keep references whole. */
export function makeDurable(db: Sqlite): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`wal_autocheckpoint = ${AUTO_CHECKPOINT}`);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  // What is deleted or written over leaves no bytes behind: drafts that were typed, bodies erased by law.
  db.pragma('secure_delete = ON');
}

/** Names what SQLite or the file system reports; anything else is passed on as it is. */
export function asStorageProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_IOERR_WRITE') {
    return new ProblemError('LT-03', {}, { cause: error });
  }
  if (code === 'SQLITE_NOTADB') return new ProblemError('LT-02', {}, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT')) return new ProblemError('LT-01', {}, { cause: error });
  if (code === 'SQLITE_READONLY' || code === 'EROFS' || code === 'EACCES' || code === 'SQLITE_CANTOPEN') {
    return new ProblemError('LT-07', {}, { cause: error });
  }
  return error;
}
