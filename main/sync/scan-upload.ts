import { TUS_VERSION, CHUNK_TYPE, uploadMetadata, receiptLine, scanReceiptSchema } from '../../contract/scans.ts';
import { ProblemError } from '../../contract/problems.ts';
import { verifyText } from '../../contract/signing.ts';
import type { Province } from './province.ts';

/** The desk's side of the resumable-upload standard (tus 1.0.0), one request each. All of them may be repeated. */

/** A chunk is given up after this long, ms: the server gives up a request after 60 s. */
const CHUNK_WITHIN_MS = 60_000;

export interface UploadPlace {
  /** Null: the province holds the file whole already. */
  readonly address: string | null;
  readonly offset: number;
}

/** Begins an upload, or finds the one begun before. @throws LineDown, ProvinceRefused, ProblemError DT-02 */
export async function beginUpload(province: Province, hash: string, bytes: number): Promise<UploadPlace> {
  const headers = {
    'tus-resumable': TUS_VERSION,
    'upload-length': String(bytes),
    'upload-metadata': uploadMetadata(hash),
  };
  const answer = await province.bytes('POST', '/v1/uploads', { headers });
  // Whoever is on the way and answers everything (the page of a Wi-Fi, say) is not taken for the province.
  if (answer.headers.get('tus-resumable') !== TUS_VERSION) throw new ProblemError('DT-02');
  if (answer.status === 200) return { address: null, offset: bytes };
  const address = answer.headers.get('location') ?? '';
  if (!/^\/v1\/uploads\/[0-9a-f-]{36}$/.test(address)) throw new ProblemError('DT-02');
  return { address, offset: offsetIn(answer.headers, bytes) };
}

/** How much of it the province holds. @throws as `beginUpload` */
export async function offsetAt(province: Province, address: string, bytes: number): Promise<number> {
  const headers = { 'tus-resumable': TUS_VERSION };
  return offsetIn((await province.bytes('HEAD', address, { headers })).headers, bytes);
}

/** @returns the new offset @throws as `beginUpload` */
export async function sendChunk(
  province: Province,
  address: string,
  offset: number,
  chunk: Uint8Array,
  bytes: number,
): Promise<number> {
  const headers = { 'tus-resumable': TUS_VERSION, 'upload-offset': String(offset), 'content-type': CHUNK_TYPE };
  const answer = await province.bytes('PATCH', address, { headers, body: chunk, within: CHUNK_WITHIN_MS });
  const now = offsetIn(answer.headers, bytes);
  // Anything else would have us send for ever, or leave out what lies between.
  if (now !== offset + chunk.length) throw new ProblemError('DT-02');
  return now;
}

/**
 * The province's word that it holds the file whole.
 * @returns when it came there, server clock, ms
 * @throws as `beginUpload`; ProblemError DT-02 for a word that is not the province's or not on this file
 */
export async function receiptFor(
  province: Province,
  serverPublicKey: string,
  hash: string,
  bytes: number,
): Promise<number> {
  const receipt = await province.request('GET', `/v1/scans/${hash}/receipt`, null, scanReceiptSchema);
  const isGenuine = verifyText(serverPublicKey, receiptLine(receipt), receipt.signature);
  if (!isGenuine || receipt.fileId !== hash || receipt.bytes !== bytes) throw new ProblemError('DT-02');
  return receipt.at;
}

/** @throws ProblemError DT-02 */
function offsetIn(headers: Headers, bytes: number): number {
  const text = headers.get('upload-offset') ?? '';
  if (!/^\d{1,12}$/.test(text) || Number(text) > bytes) throw new ProblemError('DT-02');
  return Number(text);
}
