import { createReadStream, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { SigningKey } from '../../contract/signing.ts';
import { cipherAt, scanKeyOf } from './cipher.ts';
import type { ScanStore } from './store.ts';

class SealedFolder extends FileStore {
  readonly #keyOf: (id: string) => Buffer;

  constructor(directory: string, key: SigningKey) {
    super({ directory });
    this.#keyOf = (id) => scanKeyOf(key, id);
  }

  override write(plain: Readable, id: string, offset: number): Promise<number> {
    return super.write(sealed(plain, this.#keyOf(id), offset), id, offset);
  }

  plain(id: string, from: number, bytes: number): Readable {
    const range = { start: from, end: from + bytes - 1 };
    return sealed(createReadStream(join(this.directory, id), range), this.#keyOf(id), from);
  }
}

/** A folder of this machine, or one that every instance mounts. */
export function openFolder(path: string, key: SigningKey): ScanStore {
  // Before the store does: its own attempt would leave the folder open to everybody, and end the process where it fails.
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const tus = new SealedFolder(path, key);
  return {
    tus,
    read: (id, from, bytes) => Promise.resolve(tus.plain(id, from, bytes)),
    async settle(id) {
      for (const place of [join(path, id), path]) {
        const handle = await open(place, 'r');
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
      }
    },
    close: () => undefined,
  };
}

/** The stream through the cipher; what breaks on one side breaks the other. */
export function sealed(source: Readable, key: Buffer, offset: number): Readable {
  // The reader meets the error; here it only must not be lost as unhandled.
  return pipeline(source, cipherAt(key, offset), () => undefined);
}
