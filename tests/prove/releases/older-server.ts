import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { changeSource, olderSources } from '../../sync/simulation/releases.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** What a server is made of. */
const parts = ['catalogue', 'contract', 'domain', 'main', 'renderer', 'scripts', 'server', 'package.json'];

/**
 * The server one release older: it reads fewer kinds of events, folds by the fold before, and its schema lacks the newest step.
 * @param into a folder that is not there yet
 * @throws Error where the sources no longer read as this takes them to
 */
export function olderServer(into: string): void {
  mkdirSync(into);
  olderSources(into, parts);
  changeSource(into, 'server/store/migrations.ts', /\n {2}\['\d{3}-[^\n]*\],\n\];/, '\n];');
}

/**
 * The server as it stood at a commit, with the packages of today.
 * @param into a folder that is not there yet
 * @throws Error where git does not know the commit
 */
export function serverAt(commit: string, into: string): void {
  mkdirSync(into);
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', into], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'));
}
