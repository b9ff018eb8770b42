import { BrowserWindow, nativeTheme, type App, type WebPreferences } from 'electron';
import type { Screen } from '../desk/ports.ts';
import { isOwnUrl, startUrl } from './origin.ts';
import { isPlainKey } from './plain-key.ts';
import { draftTime } from './power.ts';

/** The height of the title bar in the page (px); the system's window buttons lie over its right end. */
const titleBarHeight = 40;

/** @param screen a machine of the waiting room fills its whole screen and has no way out of it */
export function openWindow(preferences: WebPreferences, screen: Screen = 'desk'): BrowserWindow {
  if (screen !== 'desk') return openWholeScreen(preferences, screen);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    backgroundColor: colours().color,
    title: 'Quầy Một Cửa',
    titleBarStyle: 'hidden',
    titleBarOverlay: { ...colours(), height: titleBarHeight },
    autoHideMenuBar: true,
    webPreferences: preferences,
  });
  window.once('ready-to-show', () => window.show());
  const recolour = (): void => {
    if (!window.isDestroyed()) window.setTitleBarOverlay({ ...colours(), height: titleBarHeight });
  };
  nativeTheme.on('updated', recolour);
  window.once('closed', () => nativeTheme.off('updated', recolour));
  return window;
}

function openWholeScreen(preferences: WebPreferences, screen: Screen): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    kiosk: true,
    fullscreen: true,
    frame: false,
    skipTaskbar: true,
    autoHideMenuBar: true,
    backgroundColor: '#14171a',
    title: 'Quầy Một Cửa',
    // The display speaks without having been touched.
    webPreferences: { ...preferences, ...(screen === 'display' ? { autoplayPolicy: 'no-user-gesture-required' } : {}) },
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true);
  window.once('ready-to-show', () => window.show());
  window.webContents.on('before-input-event', (event, input) => {
    if (!isPlainKey(input)) event.preventDefault();
  });
  window.webContents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  return window;
}

/** The waiting room's window is closed with the program alone: by its end, not by a key or a gesture. */
export function keepOpen(window: BrowserWindow, app: Pick<App, 'on'>): void {
  let isEnding = false;
  app.on('before-quit', () => {
    isEnding = true;
  });
  window.on('close', (event) => {
    if (isEnding) window.destroy();
    else event.preventDefault();
  });
}

/** The three grounds of the title bar, as the design's tokens have them. */
function colours(): { color: string; symbolColor: string } {
  if (nativeTheme.shouldUseHighContrastColors) return { color: '#000000', symbolColor: '#ffffff' };
  return nativeTheme.shouldUseDarkColors
    ? { color: '#14171a', symbolColor: '#eceff1' }
    : { color: '#eceff1', symbolColor: '#14171a' };
}

/**
 * Closing hides the window at once and lets it live a little longer, so that what was typed last is saved.
 *
 * @param after calls back once after so many milliseconds
 */
export function closeGently(window: BrowserWindow, after: (ms: number, fn: () => void) => unknown): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    window.hide();
    after(draftTime, () => window.destroy());
  });
}

/**
 * Keeps the page running: when its process dies (a fault, memory, or our own wish to wipe it) the page is loaded
 * again. Three deaths within a minute are a fault of the machine or the build; then it is left dead.
 *
 * @param monotonic milliseconds that never jump
 * @param tell what the log should know
 */
export function keepAlive(window: BrowserWindow, monotonic: () => number, tell: (what: string) => void): void {
  let deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = monotonic();
    deaths = [...deaths.filter((at) => now - at < 60_000), now];
    tell(details.reason);
    if (deaths.length <= 3) void window.loadURL(startUrl);
  });
  // Going to about:blank asks nobody first. No call from there is trusted, but the officer would sit before nothing.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isOwnUrl(url)) void window.loadURL(startUrl);
  });
}
