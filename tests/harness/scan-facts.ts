import { randomBytes } from 'node:crypto';
import { TUS_VERSION, uploadMetadata } from '../../contract/scans.ts';
import { sha256 } from '../../contract/signing.ts';
import type { DossierPaperDigitised } from '../../domain/dossier/events/change.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { Answer, TestDesk } from './test-server.ts';
import { json, type TestWriter } from './writer.ts';

/** A paper as a file, as the province sees it: bytes and the hash they are named after. */
export interface Paper {
  readonly bytes: Buffer;
  readonly hash: string;
}

export function paper(length: number): Paper {
  const bytes = randomBytes(length);
  return { bytes, hash: sha256(bytes) };
}

export function namingBody(hash: string, bytes: number): DossierPaperDigitised {
  return {
    fileId: hash,
    paperId: null,
    title: 'Đơn đề nghị',
    documentType: 'DON',
    ownerId: null,
    summary: '',
    validFrom: null,
    validTo: null,
    scope: 'dossier',
    pages: 1,
    bytes,
    madeFrom: 'scanner',
    at: '2026-11-24T09:05:00',
  };
}

/** The event that names a file, on the dossier another event began. */
export function naming(writer: TestWriter, begun: LogEvent, { bytes, hash }: Paper): LogEvent {
  const { aggregateId, id } = begun.envelope;
  const envelope = { type: 'dossier.paperDigitised', aggregateId, after: [id] };
  return writer.write(json(namingBody(hash, bytes.length)), envelope);
}

const tus = { 'tus-resumable': TUS_VERSION };

export function create(desk: TestDesk, { hash, bytes }: Paper, over: Record<string, string> = {}): Promise<Answer> {
  const headers = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': uploadMetadata(hash), ...over };
  return desk.ask('POST', '/v1/uploads', undefined, headers);
}

export function offsetOf(desk: TestDesk, place: string): Promise<Answer> {
  return desk.ask('HEAD', place, undefined, tus);
}

export function chunk(desk: TestDesk, place: string, offset: number, bytes: Buffer): Promise<Answer> {
  return desk.ask('PATCH', place, bytes, { ...tus, 'upload-offset': String(offset) });
}

/** The whole file in one chunk. @returns the last answer */
export async function upload(desk: TestDesk, file: Paper): Promise<Answer> {
  const made = await create(desk, file);
  if (made.status !== 201) return made;
  return chunk(desk, String(made.headers['location']), 0, file.bytes);
}
