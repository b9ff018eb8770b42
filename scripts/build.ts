import { cpSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { slipFontFiles } from '../main/print/slip-assets.ts';
import { ticketFontFiles } from '../main/print/thermal/ticket-fonts.ts';

/**
 * Builds the program into out/: the page, the preload, and one bundle for each host of the desk.
 *
 *     node scripts/build.ts [--if-stale] [PART ...]
 *
 * With --if-stale a part is built only where a source is newer than its last build.
 */
const root = join(import.meta.dirname, '..');
const out = join(root, 'out');

interface Part {
  /** Files and folders it is made from. */
  readonly from: readonly string[];
  readonly make: () => Promise<unknown>;
}

/** Everything else is bundled: the installed program carries no node_modules but these. */
const external = [
  'electron',
  'better-sqlite3',
  'playwright-core',
  ...builtinModules.flatMap((name) => [name, `node:${name}`]),
];

const deskSources = ['domain', 'contract', 'main', 'renderer/print', 'package-lock.json', 'scripts/build.ts'];

const parts: Readonly<Record<string, Part>> = {
  renderer: {
    from: ['domain', 'contract', 'renderer', 'vite.config.ts', 'package-lock.json'],
    // No `root` here: the config's own says where index.html lies.
    make: () => build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  },
  preload: {
    from: ['preload', 'contract/desk-names.ts', 'scripts/build.ts'],
    make: () => build(bundle('preload/preload.ts', 'preload/preload.cjs', 'cjs')),
  },
  electron: {
    from: deskSources,
    make: () => build(bundle('main/electron/index.ts', 'desk/electron.js', 'es')),
  },
  browser: {
    from: deskSources,
    make: () => build(bundle('main/browser/index.ts', 'desk/browser.js', 'es')),
  },
  slip: {
    from: [
      'renderer/print/slip.css',
      'main/print/slip-assets.ts',
      'main/print/thermal/ticket-fonts.ts',
      'package-lock.json',
    ],
    make: async () => copySlipParts(join(out, 'slip')),
  },
  catalogue: {
    from: ['catalogue'],
    make: async () => copyCatalogue(join(root, 'catalogue'), join(out, 'catalogue')),
  },
};

/**
 * One file for one Node process. `node20` because the page's policy and the tests also run in an Electron whose Node
 * is that old; the sources use nothing newer.
 */
export function bundle(entry: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  const target = join(out, file);
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['node'] },
    ssr: { target: 'node', noExternal: true, external },
    build: {
      ssr: join(root, entry),
      target: 'node20',
      outDir: dirname(target),
      emptyOutDir: false,
      sourcemap: format === 'es',
      minify: false,
      rolldownOptions: {
        external,
        output: { format, entryFileNames: file.split('/').at(-1) ?? file, codeSplitting: false },
      },
    },
  };
}

/** Its data, and the clips of the voice. */
function copyCatalogue(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => statSync(path).isDirectory() || /\.(?:json|ogg)$/.test(path) });
}

/** Style and fonts of the printed slips and tickets, where main/print looks for them: beside the bundle's folder. */
function copySlipParts(to: string): void {
  mkdirSync(to, { recursive: true });
  cpSync(join(root, 'renderer/print/slip.css'), join(to, 'slip.css'));
  const fonts = join(root, 'node_modules/@fontsource');
  for (const file of slipFontFiles) cpSync(join(fonts, 'tinos/files', file), join(to, file));
  for (const file of ticketFontFiles) cpSync(join(fonts, 'ibm-plex-sans/files', file), join(to, file));
}

/** Newest change below a path, ms; tests change nothing in the build. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

async function make(name: string, part: Part, ifStale: boolean): Promise<void> {
  const stamp = join(out, '.built', name);
  const begun = new Date();
  const newest = Math.max(...part.from.map((path) => changedAt(join(root, path))));
  if (ifStale && newest < (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0)) return;
  await part.make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // The time the build began: a source saved while it ran makes it stale.
  utimesSync(stamp, begun, begun);
  console.log(`${name}: ${Date.now() - begun.getTime()} ms`);
}

if (import.meta.main) {
  const words = process.argv.slice(2);
  const wanted = words.filter((word) => !word.startsWith('--'));
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await make(name, part, words.includes('--if-stale'));
  }
}
