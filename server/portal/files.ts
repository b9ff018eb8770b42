import { readFile } from 'node:fs/promises';
import { PORTAL_FILE_BYTES } from '../../contract/exchange/file.ts';

/** The bytes behind an address that a packet named (DuongDanTaiTepTin). */
export interface PortalFiles {
  /** Null where the address is none of the portal's, or it does not give the file. */
  fetch(address: string): Promise<Uint8Array | null>;
}

/** The portal is given up after this long, ms: the desk waits a little longer. */
const WITHIN_MS = 15_000;
/** Addresses of the demonstration's packets; no such host can be. */
const DEMO_HOST = 'banthu.example';

/**
 * Files at the portal, from its own origins alone: an address in a packet never leads the server anywhere else, and a
 * redirection is not followed.
 * @param origins `https://…`, as the server's options give them
 * @param demo answers the invented addresses of the demonstration with an invented page
 */
export function portalFiles(origins: readonly string[], demo: boolean): PortalFiles {
  return {
    async fetch(address) {
      if (!URL.canParse(address)) return null;
      const url = new URL(address);
      if (demo && url.hostname === DEMO_HOST) return readFile(new URL('sample-file.jpg', import.meta.url));
      if (!origins.includes(url.origin)) return null;
      try {
        const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
        if (answer.ok && answer.body !== null) return await whole(answer.body);
        await answer.body?.cancel();
        return null;
      } catch {
        // Down, slow, or pointing elsewhere: to the desk it is all the same.
        return null;
      }
    },
  };
}

/** Null as soon as it is more than a desk takes. */
async function whole(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > PORTAL_FILE_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
