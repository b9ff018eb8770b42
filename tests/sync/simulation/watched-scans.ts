import { cpSync, existsSync, rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Readable as ReadableOf } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SigningKey } from '../../../contract/signing.ts';
import { openScanStore, type ScanStore } from '../../../server/scans/store.ts';
import type { ScanServerPoint } from './scan-points.ts';

/** Told each moment as it passes; throws what the work then fails with. */
export type WatchScans = (point: ScanServerPoint | 'at work') => void;

/** The real file store, of which a process can die in the middle of a chunk, and whose disk can be full. */
export async function watchedScans(
  path: string,
  key: SigningKey,
  watch: WatchScans,
  isFull: () => boolean,
): Promise<ScanStore> {
  const store = await openScanStore({ kind: 'folder', path }, key);
  const { tus } = store;
  const [create, write, remove] = [tus.create.bind(tus), tus.write.bind(tus), tus.remove.bind(tus)];
  tus.create = async (upload) => {
    watch('at work');
    const made = await create(upload);
    watch('upload made');
    return made;
  };
  tus.write = async (plain: Readable, id: string, offset: number) => {
    watch('at work');
    const bytes = await buffer(plain);
    const half = Math.floor(bytes.length / 2);
    const part = (from: number, to?: number): Promise<number> =>
      write(ReadableOf.from([bytes.subarray(from, to)]), id, offset + from);
    // As a disk does, and as a process that ends: part of it lies there.
    if (half > 0) await part(0, half);
    if (isFull()) throw Object.assign(new Error('ENOSPC'), { status_code: 500, body: 'no room' });
    watch('half a chunk written');
    const end = await part(half);
    watch('a chunk written');
    return end;
  };
  tus.remove = async (id: string) => {
    watch('at work');
    await remove(id);
  };
  return {
    ...store,
    async settle(id) {
      await store.settle(id);
      watch('whole and settled');
    },
  };
}

/** Puts a folder in another's place. */
export function putFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
