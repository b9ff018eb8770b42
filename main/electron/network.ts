import type { Session } from 'electron';
import { isOwnUrl, origin, parsedUrl } from './origin.ts';

interface Allowance {
  /** Schemes besides the page's own, with their colon: `slip:` in the printing window. */
  readonly schemes: readonly string[];
  /** The development tools load themselves from `devtools:`. */
  readonly development: boolean;
}

/**
 * The page talks to the desk through the bridge and to nobody else: no http, https, ws, file or data request leaves its
 * session. What goes over the line goes from Node (main/sync), through a session of its own.
 */
export function isRequestAllowed(url: string, allowance: Allowance): boolean {
  if (isOwnUrl(url) || url.startsWith(`blob:${origin}/`)) return true;
  const parsed = parsedUrl(url);
  if (parsed === null) return false;
  if (allowance.schemes.includes(parsed.protocol)) return true;
  return allowance.development && parsed.protocol === 'devtools:';
}

export function blockNetwork(session: Session, allowance: Allowance): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isRequestAllowed(details.url, allowance) });
  });
  // WebRTC and prefetching do not pass the request filter; a proxy that leads nowhere stops what is left.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}
