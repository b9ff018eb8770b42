import type { IncomingMessage } from 'node:http';

/** Room for any form a person fills in; files go another way. */
export const MAX_BODY_BYTES = 1_000_000;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly where: string };

/** Reads a request's JSON, and no more of it than allowed. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  const tooLarge: Body = { ok: false, status: 413, where: 'size' };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // A request without an encoding set gives buffers.
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, status: 400, where: 'JSON' };
  }
}
