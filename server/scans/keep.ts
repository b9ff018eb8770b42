import { createHash } from 'node:crypto';
import { signText } from '../../contract/signing.ts';
import { receiptLine, type ScanReceipt } from '../../contract/scans.ts';
import { Refusal } from '../problem.ts';
import type { Clock, ServerKeys } from '../ports.ts';
import type { Db } from '../store/pool.ts';
import { addScanFile, forgetUpload, scanFile, type ScanFile, type ScanUpload } from '../store/scans.ts';
import type { ScanStore } from './store.ts';

export interface KeepPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly store: ScanStore;
}

/**
 * Checks an upload that has all its bytes, and keeps it. The same file from a second desk is kept once.
 * @throws Refusal 422 SH-13 where the bytes are not those it was named after: they are thrown away; 503 SV-09
 */
export async function keep({ db, clock, store }: KeepPorts, upload: ScanUpload): Promise<void> {
  const { id, hash, bytes, device } = upload;
  if ((await hashOf(store, upload)) !== hash) {
    await throwAway({ db, store }, id);
    throw new Refusal(422, 'SH-13');
  }
  await store.settle(id);
  const row: ScanFile = { hash, bytes, stored_as: id, arrived_at: clock.now(), sent_by: device };
  const isFirst = await addScanFile(db, row);
  if (isFirst) {
    await forgetUpload(db, id);
    return;
  }
  // A repeat of a request whose answer was lost comes here too: then the kept file is this very one.
  const kept = await scanFile(db, hash);
  if (kept?.stored_as === id) await forgetUpload(db, id);
  else await throwAway({ db, store }, id);
}

/** The bytes first: a row without its file is found again by the sweep, a file without its row never. */
export async function throwAway({ db, store }: Pick<KeepPorts, 'db' | 'store'>, id: string): Promise<void> {
  await store.tus.remove(id).catch((error: unknown) => {
    if (!isGone(error)) throw new Refusal(503, 'SV-09', { retryAfter: 60 });
  });
  await forgetUpload(db, id);
}

/** What the file store says of what it does not have. */
export function isGone(error: unknown): boolean {
  const status = typeof error === 'object' && error !== null && 'status_code' in error ? error.status_code : null;
  return status === 404 || status === 410;
}

async function hashOf(store: ScanStore, { id, bytes }: ScanUpload): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await store.read(id, 0, bytes)) hash.update(piece as Buffer);
  } catch (error) {
    throw new Refusal(503, 'SV-09', { retryAfter: 60, cause: error });
  }
  return hash.digest('hex');
}

export function receiptOf({ server }: ServerKeys, { hash, bytes, arrived_at: at }: ScanFile): ScanReceipt {
  const facts = { fileId: hash, bytes, at };
  return { ...facts, signature: signText(server, receiptLine(facts)) };
}
