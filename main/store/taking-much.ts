import { Worker } from 'node:worker_threads';
import { AUTO_CHECKPOINT, bindingPath, type DatabaseKey, type Sqlite } from './sqlite.ts';

/** While years of a feed are taken in: what makes thousands of small transactions cheap for whoever is at the desk. */
export interface TakingMuch {
  /**
   * One transaction that a power cut may undo, whole and with all that came after it: for what would be asked for again.
   * With whatever is written in the other way afterwards, and with `end`, it is on the disk.
   */
  transact<T>(work: () => T): T;
  /** What was stored so far is on the disk once this returns, and may be told to others. @throws ProblemError LT-03 */
  toDisk(): void;
  /** Call after each page: what was written is brought into the database file, in a thread of its own. */
  tend(): Promise<void>;
  /** Nothing is brought into the file from here on, until `goOn`: it is being copied. */
  rest(): Promise<void>;
  goOn(): void;
  end(): Promise<void>;
}

/** Pages of the feed between two times: the write-ahead log then holds some 20 MB. */
const PAGES_BETWEEN = 4;

/**
 * Bringing a thousand pages from the write-ahead log into the file takes longer than a person should wait. As text: every
 * host of the desk is one bundled file, and this needs nothing of it. It writes nothing of its own, so the desk stays the
 * one writer.
 */
const BESIDE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.binding);
  const db = new Database(workerData.path, { fileMustExist: true, timeout: 2000 });
  db.pragma("cipher='chacha20'");
  db.pragma("key='raw:" + workerData.key + "'");
  db.pragma('wal_autocheckpoint = 0');
  parentPort.on('message', (last) => {
    if (last) db.close();
    else db.pragma('wal_checkpoint(PASSIVE)');
    if (last) parentPort.close();
    else parentPort.postMessage(null);
  });
`;

interface TakingMuchOptions {
  readonly path: string;
  readonly key: DatabaseKey;
  readonly transact: <T>(work: () => T) => T;
  /** The file is being copied already. */
  readonly isCopied: boolean;
}

export function takingMuch(db: Sqlite, { path, key, transact, isCopied }: TakingMuchOptions): TakingMuch {
  const worker = new Worker(BESIDE, { eval: true, workerData: { binding: bindingPath(), path, key } });
  const ended = Promise.withResolvers<void>();
  let isAlive = true;
  let isResting = isCopied;
  let pages = 0;
  /** Askers, in the order the thread answers: a copy may ask beside a page. */
  const waiting: (() => void)[] = [];
  // Something is written, so that the commit goes to the disk.
  const touch = db.prepare(`UPDATE meta SET value = value WHERE key = 'feed'`);
  let underWay: Promise<void> | null = null;

  const own = (isOwn: boolean): void => {
    if (db.open) db.pragma(`wal_autocheckpoint = ${isOwn ? AUTO_CHECKPOINT : 0}`);
  };
  const gone = (): void => {
    isAlive = false;
    // The desk does it itself again, as before.
    if (!isResting) own(true);
    for (const answered of waiting.splice(0)) answered();
    ended.resolve();
  };
  worker.on('message', () => waiting.shift()?.());
  // Whatever it was: without it everything goes on, a little less smoothly.
  worker.on('error', gone);
  worker.on('exit', gone);
  if (!isResting) own(false);

  const bring = async (): Promise<void> => {
    if (!isAlive) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      worker.postMessage(false);
    });
  };

  const toDisk = (): void => {
    transact(() => touch.run());
  };

  return {
    toDisk,
    transact(work) {
      db.pragma('synchronous = NORMAL');
      try {
        return transact(work);
      } finally {
        db.pragma('synchronous = FULL');
      }
    },
    async tend() {
      if (isResting) return;
      pages += 1;
      if (underWay !== null) {
        await underWay;
        underWay = null;
        // What was written meanwhile is little, and nothing is taken in while it goes: the log begins anew behind it.
        await bring();
        pages = 0;
      } else if (pages >= PAGES_BETWEEN) underWay = bring();
    },
    async rest() {
      isResting = true;
      await underWay;
      underWay = null;
      // What the copy has to bring in itself, while everybody waits, is little then.
      await bring();
    },
    goOn() {
      isResting = false;
      own(!isAlive);
    },
    async end() {
      await underWay;
      try {
        toDisk();
      } finally {
        // Also on a full disk: the thread goes, and the desk brings pages into the file itself again.
        if (!isResting) await bring();
        if (isAlive) worker.postMessage(true);
        await ended.promise;
      }
    },
  };
}
