import { extname, resolve, sep } from 'node:path';
import { isOwnUrl } from './origin.ts';

/** A file of the page: where it lies and what it is. */
interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

/**
 * Address of the page's scheme → file below `root`. The path is decoded once, as Chromium would, and what could leave
 * the folder is refused before the disk is asked; the comparison at the end would catch it again.
 *
 * @returns null: nothing of ours, answered 404
 */
export function pageFile(url: string, root: string): PageFile | null {
  if (!isOwnUrl(url)) return null;
  const path = decoded(new URL(url).pathname);
  if (path === null || /[\\:\0]/.test(path)) return null;
  const wanted = path === '/' ? '/index.html' : path;
  const parts = wanted.split('/').slice(1);
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  const contentType = contentTypes[extname(wanted)];
  const folder = resolve(root);
  const file = resolve(folder, `.${wanted}`);
  // With the separator: `/page-of-someone-else` begins with `/page` too.
  if (contentType === undefined || !file.startsWith(folder + sep)) return null;
  return { path: file, contentType };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
