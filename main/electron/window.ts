import { BrowserWindow, nativeTheme, type Session, type WebPreferences } from 'electron';
import { startUrl } from './origin.ts';

/** Each written out although most are Electron's defaults: a change of default must not change this program. */
export function webPreferences(session: Session, preload: string, development: boolean): WebPreferences {
  return {
    session,
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    plugins: false,
    spellcheck: false,
    webgl: false,
    enableWebSQL: false,
    autoplayPolicy: 'user-gesture-required',
    devTools: development,
    // The screen must lock and the status bar tell the time when another window covers ours.
    backgroundThrottling: false,
  };
}

/** The height of the title bar in the page (px); the system's window buttons lie over its right end. */
const titleBarHeight = 40;

export function openWindow(preferences: WebPreferences): BrowserWindow {
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
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  const recolour = (): void => {
    if (!window.isDestroyed()) window.setTitleBarOverlay({ ...colours(), height: titleBarHeight });
  };
  nativeTheme.on('updated', recolour);
  window.once('closed', () => nativeTheme.off('updated', recolour));
  return window;
}

/** The three grounds of the title bar, as the design's tokens have them. */
function colours(): { color: string; symbolColor: string } {
  if (nativeTheme.shouldUseHighContrastColors) return { color: '#000000', symbolColor: '#ffffff' };
  return nativeTheme.shouldUseDarkColors
    ? { color: '#14171a', symbolColor: '#eceff1' }
    : { color: '#eceff1', symbolColor: '#14171a' };
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
}
