import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';
import type { SigningKey } from '../../contract/signing.ts';
import { openFolder } from './folder.ts';

/** Where the province keeps digitised papers. */
export type ScanOptions =
  | { readonly kind: 'folder'; readonly path: string }
  /** Credentials come from the environment, as the SDK reads them (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY). */
  | { readonly kind: 's3'; readonly bucket: string; readonly region: string; readonly endpoint: string | null };

/** Files on their way and held whole, encrypted from the first byte with keys drawn from the server key. */
export interface ScanStore {
  /** For the standard's server: what it writes is encrypted, what it reads is not. */
  readonly tus: DataStore;
  /** The plain bytes from `from` on, `bytes` of them at most. */
  read(id: string, from: number, bytes: number): Promise<Readable>;
  /** Makes a whole file durable. */
  settle(id: string): Promise<void>;
  close(): void;
}

/** @throws Error where the folder cannot be made */
export async function openScanStore(options: ScanOptions, key: SigningKey): Promise<ScanStore> {
  switch (options.kind) {
    case 'folder':
      return openFolder(options.path, key);
    case 's3': {
      // Read only where a province has one: its client is large.
      const { openS3 } = await import('./s3.ts');
      return openS3(options, key);
    }
  }
}
