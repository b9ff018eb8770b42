import type { IncomingMessage } from 'node:http';
import { MOST_READ } from '../../contract/desk/courier.ts';

/** Room for any form a person fills in; files go another way. */
export const MAX_BODY_BYTES = 1_000_000;

/** A file carried by hand is read in one piece. */
export function roomFor(call: string): number {
  return call === 'courier.read' ? MOST_READ + 1000 : MAX_BODY_BYTES;
}

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly where: string };

/** Reads a request's JSON, and no more of it than allowed. */
export async function readJson(request: IncomingMessage, most = MAX_BODY_BYTES): Promise<Body> {
  const tooLarge: Body = { ok: false, status: 413, where: 'size' };
  if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // A request without an encoding set gives buffers.
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > most) return tooLarge;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, status: 400, where: 'JSON' };
  }
}
