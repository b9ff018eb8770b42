import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly canRun: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  canRun(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** The system's Chromium, Chrome or Edge, whichever comes first; null where there is none. */
export function findBrowser(machine: Machine = thisMachine): string | null {
  return browserPlaces(machine).find((path) => machine.canRun(path)) ?? null;
}

/** Where such a browser is installed, the likeliest first. Always whole paths: nothing is run from the current folder. */
export function browserPlaces({ platform, env }: Pick<Machine, 'platform' | 'env'>): readonly string[] {
  if (platform === 'win32') return windowsPlaces(env);
  return platform === 'darwin' ? macPlaces(env) : linuxPlaces(env);
}

function windowsPlaces(env: Machine['env']): readonly string[] {
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
    (root) => root !== undefined,
  );
  const inside = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  return inside.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)));
}

function macPlaces(env: Machine['env']): readonly string[] {
  const home = env['HOME'];
  const roots = ['/Applications', ...(home === undefined ? [] : [posix.join(home, 'Applications')])];
  const inside = [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ];
  return inside.flatMap((path) => roots.map((root) => posix.join(root, path)));
}

function linuxPlaces(env: Machine['env']): readonly string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const folders = [...new Set([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}
