import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { scheme } from './origin.ts';
import { pageFile } from './page-file.ts';
import { pageHeaders } from './policy.ts';

/** Before the app is ready: the page's scheme is a standard, secure origin like https. */
export function registerScheme(also: string): void {
  const privileges = { standard: true, secure: true };
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { ...privileges, supportFetchAPI: true } },
    { scheme: also, privileges },
  ]);
}

/** Serves the built page to one session: GET only, files below `root` only; `file:` is refused outright. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(scheme, (request) => answer(request, root));
  refuseFiles(session);
}

/** Also where Chromium would not ask the request filter: a `file:` request gets an error, whatever it names. */
export function refuseFiles(session: Session): void {
  session.protocol.handle('file', () => Response.error());
}

async function answer(request: Request, root: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = pageFile(request.url, root);
  if (file === null) return refusal(404);
  try {
    const bytes = await readFile(file.path);
    return new Response(bytes, { headers: pageHeaders(file.contentType) });
  } catch {
    return refusal(404);
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: pageHeaders('text/plain; charset=utf-8') });
}
