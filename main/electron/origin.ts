/** The page's own scheme and host: nothing else is ever loaded, and `file:` has no part in it. */
export const scheme = 'app';
const host = 'desk';
export const origin = `${scheme}://${host}`;
export const startUrl = `${origin}/`;

/** Compares the parsed parts, never the text: look-alikes such as `app://desk.evil.example/` differ in the host. */
export function isOwnUrl(url: string): boolean {
  const parsed = parsedUrl(url);
  return parsed !== null && parsed.protocol === `${scheme}:` && parsed.host === host && bare(parsed);
}

/** `URL.parse` of Node 22 and later, for the Node inside older Electron. */
export function parsedUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function bare(url: URL): boolean {
  return url.username === '' && url.password === '' && url.port === '';
}

/**
 * Public pages of the State an officer may be sent to, in the system's browser. Fixed in the program: neither a page
 * nor a setting can add one.
 */
const externalHosts: ReadonlySet<string> = new Set(['dichvucong.gov.vn', 'thutuc.dichvucong.gov.vn', 'vbpl.vn']);

/** @returns the address to hand to the system, in its parsed form; null: refused. */
export function externalUrl(url: string): string | null {
  const parsed = parsedUrl(url);
  if (parsed === null || parsed.protocol !== 'https:' || !bare(parsed)) return null;
  return externalHosts.has(parsed.hostname) ? parsed.href : null;
}
