import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The Electron executable at hand: the one ELECTRON_OVERRIDE_DIST_PATH names, or the package's own if it has been
 * downloaded. Asking the package itself would start a download.
 *
 * @returns null: none here
 */
export function electronAtHand(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  const file = existsSync(named) ? readFileSync(named, 'utf8') : 'electron';
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = join(dist, file);
  return existsSync(path) ? path : null;
}
