import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startEmbedded } from '../../../server/embedded.ts';
import { plants, type Plant } from './plants.ts';

export interface Found {
  readonly plant: string;
  /** The seed that found it, counted from the first; null: none did. */
  readonly seeds: number | null;
  /** What the simulation said. */
  readonly said: string;
  /** What it says of the unbroken code with the same seed; null: every promise held there. */
  readonly control: string | null;
}

const root = join(import.meta.dirname, '..', '..', '..');
/** What the simulation runs on; the rest of the tree is not copied. */
const parts = ['catalogue', 'contract', 'domain', 'main', 'renderer', 'scripts', 'server', 'tests', 'package.json'];

/**
 * Breaks a copy of the sources in each named way and runs the simulation over it until a promise breaks, at most `seeds`
 * seeds of `steps` steps; the seed that found it is then run over the code as it is (decision 24). The sources themselves
 * stay as they are.
 * @throws Error for a plant that does not fit the sources any more, and where `only` names none
 */
export async function proveFound(
  limits: { readonly first: number; readonly seeds: number; readonly steps: number; readonly only: string | null },
  say: (found: Found) => void,
): Promise<Found[]> {
  const only = limits.only?.split('|') ?? [''];
  const chosen = plants.filter(({ name }) => only.some((words) => name.includes(words)));
  if (chosen.length === 0) throw new Error(`no planted bug is called ${limits.only}`);
  const folder = mkdtempSync(join(tmpdir(), 'quay-mot-cua-planted-'));
  // Root's PostgreSQL runs as an ordinary user, who must get to it.
  chmodSync(folder, 0o755);
  const postgres = await startEmbedded({ folder: join(folder, 'pg'), unsafe: true });
  const all: Found[] = [];
  const control = async (first: number): Promise<string | null> => {
    const { seed, said } = await firstFailure(root, postgres.url, 'the code as it is', { ...limits, first, seeds: 1 });
    return seed === null ? null : said;
  };
  try {
    for (const plant of chosen) {
      const copy = join(folder, 'tree');
      rmSync(copy, { recursive: true, force: true });
      plantIn(copy, plant);
      const { seed, said } = await firstFailure(copy, postgres.url, plant.name, limits);
      const found: Found =
        seed === null
          ? { plant: plant.name, seeds: null, said, control: null }
          : { plant: plant.name, seeds: seed - limits.first + 1, said, control: await control(seed) };
      all.push(found);
      say(found);
    }
    return all;
  } finally {
    await postgres.stop();
    for (const used of [folder, postgres.folder]) rmSync(used, { recursive: true, force: true });
  }
}

/** @throws Error where a plant does not fit the sources any more */
export function assertFits(plant: Plant): void {
  for (const { file, changes } of [plant, ...(plant.also ?? [])]) broken(plant.name, join(root, file), changes);
}

function broken(name: string, path: string, changes: Plant['changes']): string {
  let text = readFileSync(path, 'utf8');
  for (const { from, to } of changes) {
    if (text.split(from).length !== 2) throw new Error(`${name}: ${path} does not hold this once:\n${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

function plantIn(copy: string, plant: Plant): void {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { file, changes } of [plant, ...(plant.also ?? [])]) {
    const path = join(copy, file);
    writeFileSync(path, broken(plant.name, path, changes));
  }
}

function isSource(path: string): boolean {
  return !['node_modules', 'pictures'].includes(basename(path));
}

/** The first seed a promise broke with in that tree, and which; null: it held in all of them. */
function firstFailure(
  tree: string,
  postgres: string,
  name: string,
  { first, seeds, steps }: { readonly first: number; readonly seeds: number; readonly steps: number },
): Promise<{ readonly seed: number | null; readonly said: string }> {
  const words = ['--seed', first, '--seeds', seeds, '--steps', steps, '--shrink', 0, '--postgres', postgres].map(
    String,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(tree, 'tests/sync/simulation/run.ts'), ...words], { cwd: tree });
    const said: string[] = [];
    child.stdout.resume();
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.once('error', reject);
    child.once('exit', (code) => {
      const line = said.join('').split('\n')[0] ?? '';
      const seed = /^seed (\d+), step/.exec(line)?.[1];
      if (code !== 0 && seed === undefined) reject(new Error(`${name}: the simulation did not run\n${said.join('')}`));
      else resolve({ seed: seed === undefined ? null : Number(seed), said: line.slice(0, 300) });
    });
  });
}
