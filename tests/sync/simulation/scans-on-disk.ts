import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface FileOnDisk {
  readonly hash: string;
  readonly path: string;
}

/** The digitised papers that lie at a desk. */
export function filesOf(folder: string): FileOnDisk[] {
  const scans = join(folder, 'scans');
  if (!existsSync(scans)) return [];
  return readdirSync(scans, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .sort()
    .map((name) => ({ hash: name.slice(-64), path: join(scans, name) }));
}
