import { failure, type Bridge } from './bridge.ts';
import { followTopics } from './topic-stream.ts';

const KEPT_UNDER = 'desk.bearer';

/** What the loopback bridge takes from the browser. */
export interface LoopbackPage {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: typeof fetch;
  readonly navigator: { readonly locks: Pick<LockManager, 'request'> };
}

/**
 * The desk over loopback (main/browser). The address the tab was opened with carries a one-time token in its
 * fragment; it is taken out of the address at once and exchanged for a bearer. The bearer is kept for this tab alone,
 * so that a reload goes on; a copy of the tab finds it in use and lets it go.
 */
export function loopbackBridge(page: LoopbackPage): Bridge {
  const bearer = ownBearer(page).catch(() => null);
  const listeners = new Map<string, Set<() => void>>();
  const tell = (topic: string): void => {
    for (const listener of listeners.get(topic) ?? []) listener();
  };
  // Also when the stream breaks: the status bar then asks, and learns that the program is gone.
  const tellAll = (): void => [...listeners.keys()].forEach(tell);
  void bearer.then((own) => (own === null ? undefined : followTopics(page.fetch.bind(page), own, tell, tellAll)));

  return {
    async call(name, input) {
      const own = await bearer;
      if (own === null) return failure('GN-01');
      try {
        const response = await page.fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${own}` },
          body: JSON.stringify(input),
        });
        return await response.json();
      } catch {
        return failure('GN-05');
      }
    },
    subscribe(topic, listener) {
      const notify = (): void => listener();
      const of = listeners.get(topic) ?? new Set();
      listeners.set(topic, of.add(notify));
      return () => void of.delete(notify);
    },
  };
}

async function ownBearer(page: LoopbackPage): Promise<string | null> {
  const token = page.location.hash.slice(1);
  if (/^[\w-]{43}$/.test(token)) {
    page.history.replaceState(null, '', page.location.pathname);
    const bearer = await exchange(page, token);
    // A used token on an opened tab is a reload of the old address: the bearer it got is still good.
    if (bearer !== null) page.sessionStorage.setItem(KEPT_UNDER, bearer);
  }
  const kept = page.sessionStorage.getItem(KEPT_UNDER);
  if (kept === null) return null;
  if (await claimed(page, kept)) return kept;
  page.sessionStorage.removeItem(KEPT_UNDER);
  return null;
}

async function exchange(page: LoopbackPage, token: string): Promise<string | null> {
  const response = await page.fetch('/tab', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return null;
  const reply: unknown = await response.json();
  const bearer = typeof reply === 'object' && reply !== null && 'bearer' in reply ? reply.bearer : null;
  return typeof bearer === 'string' ? bearer : null;
}

/** Duplicating a tab copies its session storage. @returns false: another tab holds this bearer (waits 2 s for a reload's old page) */
function claimed(page: LoopbackPage, bearer: string): Promise<boolean> {
  return new Promise((resolve) => {
    page.navigator.locks
      .request(`tab ${bearer.slice(0, 12)}`, { signal: AbortSignal.timeout(2000) }, () => {
        resolve(true);
        // Held as long as this page lives.
        return new Promise<never>(() => {});
      })
      .catch(() => resolve(false));
  });
}
