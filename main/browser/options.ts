import { homedir } from 'node:os';
import { join } from 'node:path';
import { startOptions, type StartOptions } from '../electron/start-options.ts';

/** How the loopback host was started. */
export interface BrowserHostOptions extends StartOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Open a window; else only the address is given out. */
  readonly window: boolean;
  /** One JSON object a line instead of sentences, for a program that started this one. */
  readonly json: boolean;
}

/**
 * `--data=FOLDER` or QMC_DATA, QMC_DEMO, `--port=N`, `--no-window`, `--json`. The same folder as Electron's, so that
 * both hosts open the same desk, one at a time.
 * @throws Error, ZodError or SyntaxError where a value is not of its form
 */
export function browserHostOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): BrowserHostOptions {
  const port = Number(argv.find((word) => word.startsWith('--port='))?.slice('--port='.length) ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port=N: 0 to 65535');
  return {
    ...startOptions(argv, env, appDataFolder(env, platform)),
    port,
    window: !argv.includes('--no-window'),
    json: argv.includes('--json'),
  };
}

/** Where this system keeps the user's application data: what Electron calls `appData`. */
export function appDataFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const given = (name: string): string | null => (env[name] === undefined || env[name] === '' ? null : env[name]);
  if (platform === 'win32') return given('APPDATA') ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return given('XDG_CONFIG_HOME') ?? join(homedir(), '.config');
}
