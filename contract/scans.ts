import { z } from 'zod';
import { base64urlSchema, epochMsSchema, hashSchema } from './primitives.ts';

/**
 * Digitised papers between desk and province: the resumable-upload standard (tus 1.0.0, core and creation) under
 * `/v1/uploads`, and the papers themselves under `/v1/scans`. docs/sync-protocol.md tells it in words.
 */
export const TUS_VERSION = '1.0.0';
export const CHUNK_TYPE = 'application/offset+octet-stream';

/** Bytes of one chunk (PATCH), at most: its signature covers it whole, so the server holds it before it is believed. */
export const MAX_CHUNK_BYTES = 4 * 1_048_576;
/** Bytes of one answer of GET /v1/scans/HASH, at most. */
export const MAX_PIECE_BYTES = 1_048_576;

/** `Upload-Metadata` of the creation: `sha256` with the hash in hex, in base64 as the standard has it. */
export function uploadMetadata(hash: string): string {
  return `sha256 ${Buffer.from(hash).toString('base64')}`;
}

/** GET /v1/scans/HASH/receipt: the province holds the file whole and has checked its bytes against the hash. */
export const scanReceiptSchema = z.strictObject({
  fileId: hashSchema,
  bytes: z.int().min(1),
  /** Server clock. */
  at: epochMsSchema,
  /** Ed25519 by the server key over `receiptLine`. */
  signature: base64urlSchema(128),
});
export type ScanReceipt = z.infer<typeof scanReceiptSchema>;

export function receiptLine({ fileId, bytes, at }: Omit<ScanReceipt, 'signature'>): string {
  return `scan\n${fileId}\n${bytes}\n${at}`;
}
