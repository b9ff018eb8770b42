import type { Desk, Clock, Log, Randomness } from '../desk/ports.ts';
import { hasDisplay, openBrowser, type OpenedWindow } from './open-browser.ts';
import type { BrowserHostOptions } from './options.ts';
import { serveLoopback } from './server.ts';
import { screenOf } from '../desk/screens/screen-of.ts';
import { watchForSleep } from './wake.ts';

/** A browser must come up and give its token back within this time. */
const OPENING_MS = 120_000;

export interface HostParts {
  readonly options: BrowserHostOptions;
  readonly desk: Desk;
  readonly pageDir: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Path of a Chromium, Chrome or Edge; null: none on this computer. */
  readonly findBrowser: () => string | null;
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** Tells the person (or program) that started this one. */
  readonly say: (news: News) => void;
}

/** `address` carries a token: for the console of the person who started the program, and nowhere else. */
export type News =
  | { readonly kind: 'window'; readonly listening: string }
  | { readonly kind: 'address'; readonly listening: string; readonly address: string; readonly why: NoWindow };

/** Why no window was opened: asked so, no display, no browser, the browser ended before the desk was open in it. */
export type NoWindow = 'asked' | 'display' | 'browser' | 'ended';

export interface BrowserHost {
  /** Resolves when the person closes the window; never where only an address was given out. */
  readonly windowClosed: Promise<void>;
  close(): Promise<void>;
}

/** Serves the desk on loopback and opens it: in a window where there is one to open, else at an address. */
export async function startHost(parts: HostParts): Promise<BrowserHost> {
  const { options, desk, clock, log } = parts;
  let opened: OpenedWindow | null = null;
  let windowToken: string | null = null;
  let why: NoWindow | null = null;
  let closing = false;
  const screen = await screenOf(desk, options);

  const loopback = await serveLoopback({
    ...parts,
    port: options.port,
    onTokenUsed: (token) => {
      if (token === windowToken) {
        windowToken = null;
        opened?.tokenUsed();
      } else if (why !== null) giveAddress(why);
    },
  });

  /** One address at a time; the next one when it was used. */
  function giveAddress(reason: NoWindow): void {
    if (why === null) log.info('loopback: no window', { why: reason });
    why = reason;
    const address = loopback.addressWith(loopback.tokens.issue(null));
    parts.say({ kind: 'address', listening: loopback.origin, address, why });
  }

  function open(browser: string): Promise<void> {
    const token = loopback.tokens.issue(OPENING_MS);
    windowToken = token;
    opened = openBrowser({ ...parts, ...options, screen, browser, address: loopback.addressWith(token) });
    parts.say({ kind: 'window', listening: loopback.origin });
    return opened.ended.then(({ code }) => {
      // Whoever closed the waiting room's window did not mean to end its machine.
      if (windowToken === null && !closing && screen !== 'desk') return open(browser);
      if (windowToken === null || closing) return;
      log.warn('loopback: the browser ended before the desk was open in it', { code });
      opened = null;
      giveAddress('ended');
      return new Promise<never>(() => {});
    });
  }

  let windowClosed: Promise<void> = new Promise<never>(() => {});
  const browser = options.window && hasDisplay(parts.platform, parts.env) ? parts.findBrowser() : null;
  if (browser !== null) windowClosed = open(browser);
  else if (!options.window) giveAddress('asked');
  else giveAddress(hasDisplay(parts.platform, parts.env) ? 'browser' : 'display');

  const stopWatch = watchForSleep(clock, () => {
    log.info('loopback: the computer slept, sessions locked');
    desk.lock();
  });
  return {
    windowClosed,
    async close() {
      closing = true;
      stopWatch();
      await opened?.close();
      await loopback.close();
    },
  };
}
