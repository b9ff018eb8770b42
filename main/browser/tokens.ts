import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock, Randomness } from '../desk/ports.ts';

/**
 * Who may speak to the desk over loopback. A *token* opens one tab, once: it goes from this process to the browser by
 * a way no other user of the computer can read. The tab gives it back for a *bearer*, which it keeps to itself and
 * sends with every request; no cookie, because cookies do not tell ports apart. Both are 256 random bits, of which
 * only a hash is kept, compared in constant time.
 *
 * A bearer ends when nothing was heard of its tab for {@link QUIET_MS}; an open topic stream counts as being heard.
 */
export interface Tokens {
  /** @param ttlMs how long it may be used; null: until it is used or the program ends (shown on the person's own console) */
  issue(ttlMs: number | null): string;
  /** @returns null: unknown, used before, or too old. */
  exchange(token: string): { readonly bearer: string; readonly session: string } | null;
  /** @returns the tab's session; null: no such bearer. Counts as being heard of. */
  sessionOf(bearer: string): string | null;
  /** The tab listens. @returns to be called when it no longer does. */
  hold(session: string): () => void;
  /** Ends every bearer and forgets every token. */
  close(): void;
}

export interface TokensOptions {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly onUsed: (token: string) => void;
  /** The tab is gone: its session at the desk ends. */
  readonly onGone: (session: string) => void;
}

/** Long enough for a computer that was asleep a moment or a page that reloads slowly. */
export const QUIET_MS = 10 * 60_000;

interface Tab {
  readonly hash: Buffer;
  readonly session: string;
  streams: number;
  cancel: () => void;
}

export function createTokens({ clock, random, onUsed, onGone }: TokensOptions): Tokens {
  let tokens: { readonly hash: Buffer; readonly until: number }[] = [];
  const tabs = new Map<string, Tab>();
  const secret = (): string => Buffer.from(random.bytes(32)).toString('base64url');

  /** Silence is measured anew from now; a tab that listens is never silent. */
  const heard = (tab: Tab): void => {
    tab.cancel();
    tab.cancel =
      tab.streams > 0
        ? () => {}
        : clock.after(QUIET_MS, () => {
            tabs.delete(tab.session);
            onGone(tab.session);
          });
  };

  return {
    issue(ttlMs) {
      const token = secret();
      const until = ttlMs === null ? Number.POSITIVE_INFINITY : clock.monotonic() + ttlMs;
      tokens.push({ hash: digest(token), until });
      return token;
    },
    exchange(token) {
      const now = clock.monotonic();
      tokens = tokens.filter(({ until }) => now < until);
      const found = pick(tokens, token);
      if (found === null) return null;
      tokens = tokens.filter((one) => one !== found);
      const bearer = secret();
      const tab: Tab = { hash: digest(bearer), session: random.id(), streams: 0, cancel: () => {} };
      tabs.set(tab.session, tab);
      heard(tab);
      onUsed(token);
      return { bearer, session: tab.session };
    },
    sessionOf(bearer) {
      const tab = pick([...tabs.values()], bearer);
      if (tab === null) return null;
      heard(tab);
      return tab.session;
    },
    hold(session) {
      const tab = tabs.get(session);
      if (tab === undefined) return () => {};
      tab.streams += 1;
      heard(tab);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        tab.streams -= 1;
        if (tabs.has(session)) heard(tab);
      };
    },
    close() {
      tokens = [];
      for (const tab of tabs.values()) {
        tab.cancel();
        onGone(tab.session);
      }
      tabs.clear();
    },
  };
}

/** Looks at every entry whatever it finds, so that time tells nothing. */
function pick<T extends { readonly hash: Buffer }>(entries: readonly T[], secret: string): T | null {
  const wanted = digest(secret);
  let found: T | null = null;
  for (const entry of entries) {
    if (timingSafeEqual(entry.hash, wanted)) found = entry;
  }
  return found;
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
