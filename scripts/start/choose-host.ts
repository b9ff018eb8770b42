import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the desk opens. `why` is told to the person, in Vietnamese and English. */
export type Host =
  | { readonly kind: 'electron'; readonly path: string; readonly why: readonly [string, string] }
  | { readonly kind: 'browser'; readonly why: readonly [string, string] };

export interface HostQuestion {
  /** `--host=` or QMC_HOST, where given. */
  readonly wanted: string | null;
  readonly display: boolean;
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  /** The Electron executable, if it is on this machine. */
  readonly atHand: () => string | null;
  /** Downloads it. @returns null when done, else the reason in one line */
  readonly fetch: () => Promise<string | null>;
}

/**
 * Electron where its runtime is or can be fetched, else a system browser.
 * @throws Error where the host asked for is none
 */
export async function chooseHost(question: HostQuestion): Promise<Host> {
  const { wanted } = question;
  if (wanted === 'browser')
    return { kind: 'browser', why: ['được chọn (--host=browser)', 'asked for (--host=browser)'] };
  if (wanted !== null && wanted !== 'electron') throw new Error(`--host=electron | browser, not ${wanted}`);
  if (!question.display) return { kind: 'browser', why: ['máy không có màn hình', 'this machine has no display'] };
  if (question.platform === 'linux' && question.root) {
    return {
      kind: 'browser',
      why: ['Electron không chạy an toàn dưới quyền root', 'Electron keeps no sandbox when run as root'],
    };
  }
  const there = question.atHand();
  if (there !== null) return { kind: 'electron', path: there, why: ['đã có sẵn', 'its runtime is at hand'] };
  const reason = await question.fetch();
  const fetched = question.atHand();
  if (reason === null && fetched !== null) {
    return { kind: 'electron', path: fetched, why: ['vừa tải xong', 'its runtime was just fetched'] };
  }
  const because = reason ?? 'no executable after the download';
  return {
    kind: 'browser',
    why: [`không tải được Electron (${because})`, `Electron could not be fetched (${because})`],
  };
}

function electronFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** ELECTRON_OVERRIDE_DIST_PATH, else what the package has downloaded; asking the package itself would download. */
export function electronAtHand(env: NodeJS.ProcessEnv): string | null {
  const named = join(electronFolder(), 'path.txt');
  const file = existsSync(named) ? readFileSync(named, 'utf8') : 'electron';
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronFolder(), 'dist'), file);
  return existsSync(path) ? path : null;
}

/** Electron's own installer, with a time limit. @returns null when done, else the reason in one line */
export function fetchElectron(limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronFolder(), 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) resolve(null);
      else if (signal === 'SIGKILL') resolve(`${limitMs / 1000} s`);
      else resolve(firstLine(said) ?? `exit ${code ?? 'by signal'}`);
    });
  });
}

function firstLine(text: string): string | null {
  const line = text.split('\n').find((one) => one.trim() !== '');
  return line === undefined ? null : line.trim().slice(0, 160);
}
