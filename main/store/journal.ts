import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { syncFolder } from './key-file.ts';
import type { DatabaseKey } from './sqlite.ts';

/**
 * Unsent events a second time, beside the database: appended and fsynced before the commit, so that a lost or damaged
 * database still gives back what the province has not seen. Each record: length (4 bytes), nonce (12), AES-256-GCM; a
 * length of 0 is the end. The file grows by zeroed chunks, so that an fsync has no size to write down as well.
 * A crash between append and commit leaves a phantom here (a write nobody was told of), never a hole (S10). Behind the end
 * the tag of the last record is written once more when its transaction is committed: so a start knows whether that one is a
 * phantom, or was told and the database has lost it. Nobody waits for that: after a power cut it may be missing.
 */
export interface Journal {
  /** One write's events as one record under one fsync: a batch of 60 waits for the disk once, and is there whole or not. */
  append(events: readonly LogEvent[]): void;
  /** The transaction in which something may have been appended is over, and the database has it or not. */
  ended(isCommitted: boolean): void;
  /** Where the next record goes; `backTo` it what was appended since is forgotten: its transaction came to nothing. */
  mark(): number;
  backTo(mark: number): void;
  /** Holds these events and nothing else from now on; not inside a write. */
  replace(events: readonly LogEvent[]): void;
  /** Forgets everything: to be called only when nothing is unsent. */
  clear(): void;
  readonly isEmpty: boolean;
  close(): void;
}

const CHUNK = 256 * 1024;
/** A length of 0. */
const END = Buffer.alloc(4);
const TAG_BYTES = 16;

export function openJournal(path: string, databaseKey: DatabaseKey): Journal {
  const key = journalKey(databaseKey);
  let file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600);
  let end = endOf(readFileSync(path));
  let room = fstatSync(file).size;
  /** Where the last record ends whose transaction is committed. */
  let committed = endsCommitted(path) ? end : 0;
  let isUnderWay = false;

  /** An end, and before `committed` is forgotten what says so. */
  const close = (at: number): void => {
    const tag = Buffer.alloc(at === committed && at > 0 ? TAG_BYTES : 0);
    readSync(file, tag, 0, tag.length, at - TAG_BYTES);
    writeAll(file, Buffer.concat([END, tag]), at);
  };

  const grow = (need: number): void => {
    const zeros = Buffer.alloc(Math.ceil(need / CHUNK) * CHUNK);
    writeAll(file, zeros, room);
    fdatasyncSync(file);
    room += zeros.length;
  };

  return {
    append(events) {
      if (events.length === 0) return;
      const record = recordOf(key, events);
      // Ended at once: a longer record may have stood here before `backTo`.
      const ended = Buffer.concat([record, END]);
      const missing = end + ended.length + TAG_BYTES - room;
      if (missing > 0) grow(missing);
      writeAll(file, ended, end);
      fdatasyncSync(file);
      end += record.length;
      isUnderWay = true;
    },
    ended(isCommitted) {
      if (isUnderWay && isCommitted) {
        committed = end;
        try {
          close(end);
        } catch {
          // As after a power cut.
        }
      }
      isUnderWay = false;
    },
    mark: () => end,
    backTo(mark) {
      if (end === mark) return;
      end = mark;
      try {
        close(end);
      } catch {
        // What stays is a phantom (S10); the next record goes over it.
      }
    },
    replace(events) {
      journalOf(
        path,
        databaseKey,
        events.map((event) => [event]),
      );
      closeSync(file);
      file = openSync(path, 'r+', 0o600);
      room = fstatSync(file).size;
      end = endOf(readFileSync(path));
      committed = end;
    },
    clear() {
      if (end === 0) return;
      ftruncateSync(file, 0);
      end = 0;
      room = 0;
      committed = 0;
    },
    get isEmpty() {
      return end === 0;
    },
    close: () => closeSync(file),
  };
}

function recordOf(key: Buffer, events: readonly LogEvent[]): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(events), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(nonce.length + sealed.length);
  return Buffer.concat([length, nonce, sealed]);
}

/** A journal of these writes in the place of the one that was there: whole or not at all. */
export function journalOf(path: string, databaseKey: DatabaseKey, writes: readonly (readonly LogEvent[])[]): void {
  const key = journalKey(databaseKey);
  const part = `${path}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    const records = writes.map((write) => recordOf(key, write));
    // What it is written from is in the database.
    writeAll(file, Buffer.concat([...records, END, records.at(-1)?.subarray(-TAG_BYTES) ?? END]), 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  syncFolder(dirname(path));
}

/** Where the next record goes: behind the last one that is whole by its length. */
function endOf(bytes: Buffer): number {
  let at = 0;
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0 || at + 4 + length > bytes.length) break;
    at += 4 + length;
  }
  return at;
}

/** Whether the transaction of the last record was committed, as far as is known: a power cut may have taken that with it. */
export function endsCommitted(path: string): boolean {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  const end = endOf(bytes);
  const said = bytes.subarray(end + END.length, end + END.length + TAG_BYTES);
  return end > 0 && said.length === TAG_BYTES && said.equals(bytes.subarray(end - TAG_BYTES, end));
}

function writeAll(file: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

/** Every whole record, oldest first, each the events of one write; a torn or foreign one ends the reading and is told. */
export function readJournal(path: string, databaseKey: DatabaseKey): { writes: LogEvent[][]; whole: boolean } {
  if (!existsSync(path)) return { writes: [], whole: true };
  const key = journalKey(databaseKey);
  const bytes = readFileSync(path);
  const writes: LogEvent[][] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) return { writes, whole: false };
    const length = bytes.readUInt32BE(at);
    if (length === 0) break;
    const record = bytes.subarray(at + 4, at + 4 + length);
    if (record.length < length || length < 28) return { writes, whole: false };
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, record.subarray(0, 12));
      decipher.setAuthTag(record.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(record.subarray(12, -TAG_BYTES)), decipher.final()]).toString('utf8');
      // Written by `append` above and authenticated: the shape is ours.
      const read = JSON.parse(text) as LogEvent | LogEvent[];
      // A journal begun before batches were one record holds single events.
      writes.push(Array.isArray(read) ? read : [read]);
    } catch {
      return { writes, whole: false };
    }
    at += 4 + length;
  }
  return { writes, whole: true };
}

/** Puts a journal that holds more than the database out of the way under a name of its own; nothing is deleted. */
export function setJournalAside(path: string, stamp: string): string {
  const aside = `${path}.${stamp}`;
  renameSync(path, aside);
  return aside;
}

function journalKey(databaseKey: DatabaseKey): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), '', 'quay-mot-cua journal 1', 32));
}
