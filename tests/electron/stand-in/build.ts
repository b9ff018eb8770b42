import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { bundle } from '../../../scripts/build.ts';

/** Builds what the shell's suite starts: the real shell and preload around the stand-in desk and page. */
export async function buildStandIn(): Promise<void> {
  const out = join(import.meta.dirname, '../../../out');
  await build(bundle('preload/preload.ts', 'preload/preload.cjs', 'cjs'));
  await build(bundle('tests/electron/stand-in/main.ts', 'stand-in/main.js', 'es'));
  cpSync(join(import.meta.dirname, 'page'), join(out, 'stand-in', 'page'), { recursive: true });
}
