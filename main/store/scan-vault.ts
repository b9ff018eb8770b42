import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../contract/problems.ts';
import { syncFolder } from './key-file.ts';
import { asStorageProblem, type DatabaseKey } from './sqlite.ts';

/**
 * Digitised papers on disk: each file under the SHA-256 of its plain bytes, `scans/ab/abcd…`, encrypted. The plain
 * bytes never touch the disk. A file is `QMS1`, a salt (16 bytes), a nonce (12), AES-256-GCM with its tag at the end;
 * its key comes by HKDF-SHA256 from the database's key and that salt, and the hash is authenticated with it, so that a
 * file put in another's place is found. The same bytes twice are one file.
 */
export interface ScanVault {
  /**
   * Durable once it resolves: written aside, fsynced, renamed.
   * @returns SHA-256 of the plain bytes
   * @throws ProblemError LT-03 disk full, LT-07 not writable; nothing is left behind
   */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws ProblemError SH-08 not here, SH-09 damaged or changed */
  read(hash: string): Promise<Uint8Array>;
  has(hash: string): boolean;
  /** Length of the plain bytes. @throws ProblemError SH-08 */
  bytesOf(hash: string): number;
  /**
   * `length` plain bytes from `from` on, and no more of the file in memory. Not proven to be what was put: that takes the
   * whole file (`check`), and who receives it compares the hash.
   * @throws ProblemError SH-08, SH-09 too short
   */
  piece(hash: string, from: number, length: number): Promise<Uint8Array>;
  /** Reads the whole file by pieces. @throws ProblemError SH-08 not here, SH-09 damaged or changed */
  check(hash: string): Promise<void>;
  remove(hash: string): void;
  /** Every file there is. */
  hashes(): string[];
  /** Removes what a crash left half-written; to be called before the first `put`. */
  tidy(): void;
}

/** Writes a whole file and makes it durable. */
type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

const MAGIC = Buffer.from('QMS1');
const SALT = 16;
const NONCE = 12;
const TAG = 16;
/** Of AES. */
const BLOCK = 16;
const HEADER = MAGIC.length + SALT + NONCE;

/** Named moments while a file is put, before any event names it: where the simulation kills the process. */
export const scanPoints = ['scan-written', 'scan-kept'] as const;
export type ScanPoint = (typeof scanPoints)[number];

interface VaultOptions {
  /** Another way to write: for a disk that is full on purpose. */
  readonly write?: WriteFile;
  /** Told when a file is written aside, and when it stands in its place. */
  readonly passing?: ((point: ScanPoint) => void) | undefined;
}

export function scanVaultOf(
  folder: string,
  databaseKey: DatabaseKey,
  { write = writeDurably, passing = () => undefined }: VaultOptions = {},
): ScanVault {
  const keyOf = (salt: Uint8Array): Buffer =>
    Buffer.from(hkdfSync('sha256', Buffer.from(databaseKey, 'hex'), salt, 'quay-mot-cua scan 1', 32));
  const folderOf = (hash: string): string => join(folder, hash.slice(0, 2));
  const pathOf = (hash: string): string => {
    // What comes from outside is never joined to a path before it is known to be a hash.
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new ProblemError('SH-08');
    return join(folderOf(hash), hash);
  };

  function seal(hash: string, bytes: Uint8Array): Buffer {
    const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
    const cipher = createCipheriv('aes-256-gcm', keyOf(salt), nonce);
    cipher.setAAD(Buffer.from(hash, 'hex'));
    return Buffer.concat([MAGIC, salt, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  function unseal(hash: string, sealed: Buffer): Uint8Array {
    if (sealed.length < HEADER + TAG || !sealed.subarray(0, MAGIC.length).equals(MAGIC))
      throw new ProblemError('SH-09');
    const salt = sealed.subarray(MAGIC.length, MAGIC.length + SALT);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(salt), sealed.subarray(MAGIC.length + SALT, HEADER));
    decipher.setAAD(Buffer.from(hash, 'hex'));
    decipher.setAuthTag(sealed.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(HEADER, -TAG)), decipher.final()]);
    } catch (error) {
      throw new ProblemError('SH-09', {}, { cause: error });
    }
  }

  async function read(hash: string): Promise<Uint8Array> {
    const path = pathOf(hash);
    let sealed: Buffer;
    try {
      sealed = await readFile(path);
    } catch (error) {
      throw new ProblemError(existsSync(path) ? 'SH-09' : 'SH-08', {}, { cause: error });
    }
    return unseal(hash, sealed);
  }

  function bytesOf(hash: string): number {
    const size = statSync(pathOf(hash), { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new ProblemError('SH-08');
    return Math.max(0, size - HEADER - TAG);
  }

  /** @throws ProblemError SH-08, SH-09 */
  async function within<T>(hash: string, work: (file: FileHandle, header: Buffer) => Promise<T>): Promise<T> {
    const path = pathOf(hash);
    let file: FileHandle;
    try {
      file = await open(path, 'r');
    } catch (error) {
      throw new ProblemError(existsSync(path) ? 'SH-09' : 'SH-08', {}, { cause: error });
    }
    try {
      const header = await exactly(file, 0, HEADER);
      if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new ProblemError('SH-09');
      return await work(file, header);
    } finally {
      await file.close();
    }
  }

  const piece = (hash: string, from: number, length: number): Promise<Uint8Array> =>
    within(hash, async (file, header) => {
      const block = Math.floor(from / BLOCK);
      // Inside, GCM is CTR whose counter stands at 2 for the first block: so a piece opens without what lies before it.
      const counter = Buffer.concat([header.subarray(MAGIC.length + SALT), Buffer.alloc(4)]);
      counter.writeUInt32BE(block + 2, NONCE);
      const key = keyOf(header.subarray(MAGIC.length, MAGIC.length + SALT));
      const decipher = createDecipheriv('aes-256-ctr', key, counter);
      decipher.update(Buffer.alloc(from - block * BLOCK));
      return decipher.update(await exactly(file, HEADER + from, length));
    });

  const check = (hash: string): Promise<void> =>
    within(hash, async (file, header) => {
      const end = HEADER + bytesOf(hash);
      const salt = header.subarray(MAGIC.length, MAGIC.length + SALT);
      const decipher = createDecipheriv('aes-256-gcm', keyOf(salt), header.subarray(MAGIC.length + SALT));
      decipher.setAAD(Buffer.from(hash, 'hex'));
      decipher.setAuthTag(await exactly(file, end, TAG));
      if (end > HEADER) {
        const sealed = createReadStream(pathOf(hash), { start: HEADER, end: end - 1, highWaterMark: 262_144 });
        for await (const part of sealed) decipher.update(part as Buffer);
      }
      try {
        decipher.final();
      } catch (error) {
        throw new ProblemError('SH-09', {}, { cause: error });
      }
    });

  const isWhole = (hash: string): Promise<boolean> =>
    check(hash).then(
      () => true,
      () => false,
    );

  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      // One that is there but no longer opens is written again: the same paper scanned once more heals it.
      if (await isWhole(hash)) return hash;
      const part = join(folderOf(hash), `.part-${randomBytes(8).toString('hex')}`);
      try {
        mkdirSync(folderOf(hash), { recursive: true, mode: 0o700 });
        await write(part, seal(hash, bytes));
        passing('scan-written');
        renameSync(part, pathOf(hash));
        syncFolder(folderOf(hash));
        syncFolder(folder);
        passing('scan-kept');
      } catch (error) {
        rmSync(part, { force: true });
        throw asStorageProblem(error);
      }
      return hash;
    },
    read,
    bytesOf,
    piece,
    check,
    has: (hash) => existsSync(pathOf(hash)),
    remove: (hash) => rmSync(pathOf(hash), { force: true }),
    hashes: () => filesIn(folder).filter((name) => /^[0-9a-f]{64}$/.test(name)),
    tidy() {
      for (const half of halvesIn(folder)) rmSync(half, { force: true });
    },
  };
}

/** @throws ProblemError SH-09 where the file ends before that */
async function exactly(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) throw new ProblemError('SH-09');
    read += bytesRead;
  }
  return bytes;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function shelves(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map((entry) => join(folder, entry.name));
}

function filesIn(folder: string): string[] {
  return shelves(folder).flatMap((shelf) => readdirSync(shelf));
}

function halvesIn(folder: string): string[] {
  return shelves(folder).flatMap((shelf) =>
    readdirSync(shelf)
      .filter((name) => name.startsWith('.part-'))
      .map((name) => join(shelf, name)),
  );
}
