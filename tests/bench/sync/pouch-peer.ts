import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, 'pouchdb');

/**
 * PouchDB replicates as many documents, each of the same bytes as an event, between two processes and two LevelDBs over
 * loopback HTTP. Installed at its first use into a folder of its own.
 * @returns ms
 */
export async function replicateWithPouch(events: readonly string[]): Promise<number> {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit', shell: true });
    if (npm.status !== 0) throw new Error('PouchDB could not be installed');
  }
  const documents = events.map((text, n) => ({ _id: String(n).padStart(8, '0'), event: text }));
  const peer = spawnSync(process.execPath, [join(FOLDER, 'peer.mjs')], {
    cwd: FOLDER,
    input: JSON.stringify(documents),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    maxBuffer: 1024 * 1024,
  });
  const said = z
    .object({ ms: z.number(), written: z.int() })
    .parse(JSON.parse(peer.stdout.trim().split('\n').at(-1) ?? ''));
  if (said.written !== events.length) throw new Error(`PouchDB wrote ${said.written} of ${events.length}`);
  return said.ms;
}
