import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentTypes } from '../electron/page-file.ts';
import { pageHeaders } from '../electron/policy.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export interface StaticFiles {
  /** @param path as judged by the gate; `/` is the page */
  read(path: string): Promise<Answer>;
}

/**
 * The built page. What may be read is listed once, at the start: a path is looked up in that list and never joined to
 * a folder, so no spelling of it leads elsewhere.
 * @throws Error where the folder holds no `index.html`: the page was not built
 */
export async function staticFiles(root: string): Promise<StaticFiles> {
  const known = new Map<string, { readonly file: string; readonly type: string }>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const type = contentTypes[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    known.set(file.slice(join(root, '.').length).replaceAll('\\', '/'), { file, type });
  }
  const page = known.get('/index.html');
  if (page === undefined) throw new Error(`No index.html in ${root}: build the page first (npm run build).`);
  known.set('/', page);

  return {
    async read(path) {
      const found = known.get(path);
      // Browsers ask for one unasked; where the page has none, that is no error.
      if (found === undefined) return emptyAnswer(path === '/favicon.ico' ? 204 : 404);
      const bytes = await readFile(found.file);
      // Built files carry a hash of their content in their name; every other answer is never kept.
      const cache = path.startsWith('/assets/') ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {};
      return { status: 200, headers: { ...headersOf(found.type), ...cache }, body: bytes };
    },
  };
}

function emptyAnswer(status: number): Answer {
  return { status, headers: headersOf('text/plain; charset=utf-8'), body: '' };
}

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: headersOf('application/json; charset=utf-8'), body: JSON.stringify(value) };
}

/** The page's policy, the same in both hosts, and for old browsers the word against framing that came before it. */
export function headersOf(type: string): Record<string, string> {
  return { ...pageHeaders(type), 'X-Frame-Options': 'DENY' };
}
