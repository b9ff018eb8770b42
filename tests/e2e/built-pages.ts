import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The small pages of tests/e2e/page, built. */
export interface BuiltPages {
  readonly own: string;
  readonly foreign: string;
  /** A page that makes pictures small. */
  readonly picture: string;
  remove(): void;
}

export async function buildPages(): Promise<BuiltPages> {
  const built = mkdtempSync(join(tmpdir(), 'page-'));
  for (const name of ['own', 'foreign', 'picture']) {
    await build({
      root: join(import.meta.dirname, 'page', name),
      configFile: false,
      logLevel: 'warn',
      build: { outDir: join(built, name), emptyOutDir: true, modulePreload: false },
    });
  }
  return {
    own: join(built, 'own'),
    foreign: join(built, 'foreign'),
    picture: join(built, 'picture'),
    remove: () => rmSync(built, { recursive: true, force: true }),
  };
}
