import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { electronAtHand } from '../../scripts/start/choose-host.ts';
import type { Notes } from './stand-in/desk.ts';

/** Launching and waiting for the first window have separate limits in Playwright; the shorter one decides, so: one. */
export const patience = 30_000;

export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
}

/**
 * @param entry of the build in out/; null: the executable is a packaged program
 * @param executablePath where it is not the Electron at hand
 * @param options of the program itself
 */
export async function startProgram(
  entry: string | null,
  env: Record<string, string> = {},
  executablePath: string | null = electronAtHand(process.env),
  options: readonly string[] = [],
): Promise<Program> {
  if (executablePath === null) throw new Error('no Electron runtime at hand');
  const dataDir = mkdtempSync(join(tmpdir(), 'qmc-electron-'));
  const app = await _electron.launch({
    executablePath,
    // Playwright would switch Chromium's sandbox off, and with it what is to be shown here.
    chromiumSandbox: true,
    // Where there is no graphics card Chromium tries for a while before it draws by itself.
    args: [
      '--disable-gpu',
      ...(entry === null ? [] : [join(import.meta.dirname, '../../out', entry)]),
      `--data=${dataDir}`,
      ...options,
    ],
    env: { ...inherited(), ...env },
    timeout: patience,
  });
  const page = await app.firstWindow({ timeout: patience });
  await page.waitForLoadState('load');
  // For the tests' own code in the main process: the window's session, whatever the program named it.
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    Object.assign(globalThis, { pageContents: contents, pageSession: contents?.session });
    // The page is loaded a little before the main process hears of it.
    if (contents?.isLoading()) await new Promise<void>((resolve) => contents.once('did-stop-loading', () => resolve()));
  });
  return { app, page, dataDir };
}

export async function endProgram(program: Program): Promise<void> {
  await program.app.close();
  rmSync(program.dataDir, { recursive: true, force: true });
}

/** The shell around the stand-in desk, one for all tests of a file. */
export const test = base.extend<object, { program: Program }>({
  program: [
    async ({ playwright: _playwright }, use) => {
      const program = await startProgram('stand-in/main.js');
      await use(program);
      await endProgram(program);
    },
    { scope: 'worker', timeout: 3 * patience },
  ],
});

/** The stand-in's notes, read from the main process. */
export function notes(program: Program): Promise<Notes> {
  return program.app.evaluate(() => {
    const { calls, forgotten, locks }: Notes = Reflect.get(globalThis, 'standIn');
    return { calls, forgotten, locks };
  });
}

function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(kept.filter(([name]) => !name.startsWith('QMC_')));
}
