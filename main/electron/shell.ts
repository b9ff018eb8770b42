import { mkdirSync } from 'node:fs';
import { app, dialog, powerMonitor, powerSaveBlocker, safeStorage, type BrowserWindow } from 'electron';
import { systemClock } from '../clock.ts';
import type { Desk, DeskOptions, Log, Screen } from '../desk/ports.ts';
import { screenOf } from '../desk/screens/screen-of.ts';
import { systemLan } from '../hall/lan.ts';
import { fileLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import { harden, isDebuggingForbidden } from './harden.ts';
import { answerCalls } from './ipc.ts';
import { keyring } from './keyring.ts';
import { setMenu } from './menu.ts';
import { startUrl } from './origin.ts';
import { lockWithTheComputer } from './power.ts';
import { slipPrinter } from './print.ts';
import { registerScheme } from './protocol.ts';
import { closeDefaultSession, lineFetch, pageSession } from './sessions.ts';
import { slipScheme } from './slip-session.ts';
import { startOptions, type StartOptions } from './start-options.ts';
import { failureText } from './failure.ts';
import { watchPolicy } from './violations.ts';
import { webPreferences } from './web-preferences.ts';
import { closeGently, keepAlive, keepOpen, openWindow } from './window.ts';

/** The parts of the build the shell serves, as absolute paths. */
interface Parts {
  /** Folder of the page, with its index.html. */
  readonly page: string;
  readonly preload: string;
  readonly catalogue: string;
}

type CreateDesk = (options: DeskOptions) => Promise<Desk>;

/** Starts the program: hardens Electron, builds the desk, opens its one window. */
export function startShell(createDesk: CreateDesk, parts: Parts): void {
  // All of this before Electron is ready.
  harden(app);
  registerScheme(slipScheme);
  const options = startOptions(process.argv, process.env, app.getPath('appData'));
  mkdirSync(options.profileDir, { recursive: true });
  app.setPath('userData', options.profileDir);
  app.setPath('sessionData', options.profileDir);
  if (isDebuggingForbidden(app)) {
    app.exit(2);
  } else if (!app.requestSingleInstanceLock()) {
    app.exit(0);
  } else {
    const log = fileLog({ dataDir: options.dataDir, clock: systemClock });
    open(createDesk, parts, options, log).catch((error: unknown) => {
      log.error('the desk did not start', error);
      dialog.showErrorBox('Quầy Một Cửa', failureText(error));
      app.exit(1);
    });
  }
}

async function open(createDesk: CreateDesk, parts: Parts, options: StartOptions, log: Log): Promise<void> {
  await app.whenReady();
  const development = !app.isPackaged;
  setMenu(process.platform, development);
  closeDefaultSession();
  const page = pageSession(parts.page, development);
  const desk = await createDesk({
    host: 'electron',
    dataDir: options.dataDir,
    catalogueDir: parts.catalogue,
    clock: systemClock,
    random: systemRandom,
    keychain: keyring(safeStorage, process.platform),
    fetch: lineFetch(),
    printer: slipPrinter(process.platform, Number.parseInt(process.versions.electron, 10)),
    log,
    demo: options.demo,
    lan: systemLan(options.hall.host, options.hall.port),
    waitingRoom: options.waitingRoom,
  });
  const screen = await screenOf(desk, options);
  const window = openWindow(webPreferences(page, parts.preload, development), screen);
  if (screen !== 'desk') powerSaveBlocker.start('prevent-display-sleep');
  attend(window, desk, screen, (reason) => log.warn('the page process is gone', { reason }));
  watchPolicy(window.webContents, (rule) => log.warn('the page policy stopped something', { rule }));
  closeWithTheWindow(desk, answerCalls(desk, window.webContents));
  await window.loadURL(startUrl);
}

function attend(window: BrowserWindow, desk: Desk, screen: Screen, tell: (what: string) => void): void {
  if (screen === 'desk') closeGently(window, (ms, fn) => systemClock.after(ms, fn));
  else keepOpen(window, app);
  keepAlive(window, () => systemClock.monotonic(), tell);
  lockWithTheComputer(powerMonitor, systemClock, desk, () => {
    // The dead process takes its memory with it; keepAlive loads the page anew, locked.
    if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  });
  // Somebody started the program again: its window comes forward.
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** The desk finishes what is under way before the program ends, however it is told to. */
function closeWithTheWindow(desk: Desk, stopAnswering: () => void): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    stopAnswering();
    // Not quit() again: Electron ignores that while this event is still being handled.
    void desk.close().finally(() => app.exit(0));
  });
}
