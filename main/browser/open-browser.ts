import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Screen } from '../desk/ports.ts';

/**
 * Opens the desk in an app window of the system's Chromium, Chrome or Edge.
 *
 * A command line can be read by every user of the computer, so it carries no token: it names a file that only this
 * user can read (0600 in a 0700 folder), and that page goes on to the address with the token in its fragment. The
 * file is removed as soon as the token was used. No debugging port is opened. The window's profile is new, private
 * and removed afterwards: no extension, no form memory, nothing of a citizen stays in it (docs/decisions).
 */
export interface OpenedWindow {
  /** Resolves when the browser has ended; `code` null: by a signal or never started. */
  readonly ended: Promise<{ readonly code: number | null }>;
  /** The token was used: what carried it goes. */
  tokenUsed(): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly browser: string;
  readonly dataDir: string;
  /** The address with the token in its fragment. */
  readonly address: string;
  readonly platform: NodeJS.Platform;
  /** Chromium's sandbox refuses root. */
  readonly root: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** A machine of the waiting room fills its whole screen and has no way out of it. */
  readonly screen?: Screen;
}

const LEFT_BEHIND = /^window-/;

export function openBrowser(options: OpenOptions): OpenedWindow {
  const parent = folderFor(options.browser, options.dataDir);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    // Of a program that was killed.
    if (LEFT_BEHIND.test(name)) remove(join(parent, name));
  }
  // mkdtemp makes it 0700.
  const folder = mkdtempSync(join(parent, 'window-'));
  const file = join(folder, 'open.html');
  writeFileSync(file, handOver(options.address), { mode: 0o600, flag: 'wx' });

  const child = spawn(options.browser, browserArguments(folder, file, options.root, options.screen), {
    stdio: 'ignore',
    env: browserEnvironment(options.env),
  });
  const ended = new Promise<{ readonly code: number | null }>((resolve) => {
    child.once('error', () => resolve({ code: null }));
    child.once('exit', (code) => resolve({ code }));
  }).then(async (end) => {
    await removeUntilGone(folder, () => setTimeout(200));
    return end;
  });
  return {
    ended,
    tokenUsed: () => rmSync(file, { force: true }),
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
    },
  };
}

/** @returns the words after the browser's name: neither token nor address among them. */
export function browserArguments(folder: string, file: string, root: boolean, screen: Screen = 'desk'): string[] {
  return [
    `--app=${pathToFileURL(file).href}`,
    `--user-data-dir=${join(folder, 'profile')}`,
    '--incognito',
    '--window-size=1366,768',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=Translate,AutofillServerCommunication,MediaRouter,OptimizationHints',
    '--password-store=basic',
    ...(screen === 'desk' ? [] : waitingRoomWords),
    ...(root ? ['--no-sandbox'] : []),
  ];
}

/** Whole screen, no keys or gestures out of it; a display speaks without having been touched. */
const waitingRoomWords = [
  '--kiosk',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
];

/** The browser needs nothing of ours: a demonstration's enrolment code least of all. */
export function browserEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:QMC_|NODE_|npm_|DATABASE_URL$)/.test(name)));
}

/** Whether a window can be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** A browser from a snap reads no hidden folder of the home, only its own. */
export function folderFor(browser: string, dataDir: string): string {
  // Ubuntu's /usr/bin/chromium-browser is a script that starts the snap.
  const snap =
    browser === '/usr/bin/chromium-browser' && existsSync('/snap/bin/chromium') ? '/snap/bin/chromium' : browser;
  if (!snap.startsWith('/snap/')) return dataDir;
  const ofThisData = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join(homedir(), 'snap', basename(snap), 'common', 'quay-mot-cua', ofThisData);
}

/** The address is ours: scheme, digits, dots and base64url; the check keeps it so. */
export function handOver(address: string): string {
  if (!/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]+$/.test(address)) throw new Error('No address of this host.');
  return `<!doctype html><meta charset="utf-8"><title>Quầy Một Cửa</title><script>location.replace('${address}')</script>\n`;
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Still held by a browser that is ending: the next start removes it.
  }
}

/**
 * The browser's first process has ended; its others may write for a moment still, and make the folder anew.
 * @param pause what passes before it is looked whether the folder stays gone
 */
export async function removeUntilGone(folder: string, pause: () => Promise<void>): Promise<void> {
  for (let looks = 0; looks < 40; looks += 1) {
    remove(folder);
    await pause();
    if (!existsSync(folder)) return;
  }
}
