import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DossierEventType } from '../../../domain/dossier/events.ts';
import { createDesk } from '../../../main/desk/desk.ts';

/** The program as it is installed on a desk. */
export interface Release {
  readonly name: 'this' | 'older';
  readonly createDesk: typeof createDesk;
  /** Whether it can read, and so write, today's form of this event. */
  knows(type: DossierEventType): boolean;
}

export const thisRelease: Release = { name: 'this', createDesk, knows: () => true };

/** Kinds of events that came with this release; and `dossier.slipIssued` has had another form since. */
const cameWithThis: readonly DossierEventType[] = [
  'dossier.refused',
  'dossier.assigned',
  'dossier.notified',
  'dossier.feeRefunded',
  'dossier.opinionReported',
  'dossier.paperFound',
  'dossier.slipIssued',
];

const root = join(import.meta.dirname, '..', '..', '..');
/** What a desk is made of. */
const parts = ['catalogue', 'contract', 'domain', 'main', 'renderer', 'package.json'];

/**
 * The whole program of a desk one release older, in modules of its own.
 * @param into a folder that is there
 * @throws Error where the sources no longer read as this takes them to
 */
export async function olderRelease(into: string): Promise<Release> {
  olderSources(into, parts);
  const desk = (await import(pathToFileURL(join(into, 'main/desk/desk.ts')).href)) as { createDesk: typeof createDesk };
  return { name: 'older', createDesk: desk.createDesk, knows: (type) => !cameWithThis.includes(type) };
}

/**
 * A copy of those parts of the sources as of one release before: it reads fewer kinds of events, folds by the fold before, and
 * says so. What it uses of packages is the same.
 * @throws Error where the sources no longer read as this takes them to
 */
export function olderSources(into: string, copied: readonly string[]): void {
  for (const part of copied) cpSync(join(root, part), join(into, part), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'));
  for (const type of cameWithThis)
    changeSource(into, 'contract/events.ts', new RegExp(`  event\\('${type}', \\d+, \\w+\\),\n`), '');
  changeSource(into, 'domain/dossier/fold.ts', /FOLD_VERSION = (\d+)/, 'FOLD_VERSION = $1 - 1');
  changeSource(into, 'contract/desk-report.ts', /RELEASE = '[^']+'/, "RELEASE = '0.0.9'");
}

/** @throws Error where that does not stand in the file */
export function changeSource(root: string, file: string, from: RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!from.test(text)) throw new Error(`${file} does not hold ${String(from)}`);
  writeFileSync(join(root, file), text.replace(from, to));
}

function isSource(path: string): boolean {
  return basename(path) !== 'node_modules' && !/tsconfig[^/]*\.json$|\.test\.tsx?$/.test(path);
}
