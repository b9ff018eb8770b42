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
 * The whole program of a desk one release older, in modules of its own: a copy of the sources that reads fewer kinds of
 * events, folds by the fold before, and says so.
 * @param into a folder that is there
 * @throws Error where the sources no longer read as this takes them to
 */
export async function olderRelease(into: string): Promise<Release> {
  for (const part of parts) cpSync(join(root, part), join(into, part), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'));
  const change = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(into, file), 'utf8');
    if (!from.test(text)) throw new Error(`${file} does not hold ${String(from)}`);
    writeFileSync(join(into, file), text.replace(from, to));
  };
  for (const type of cameWithThis)
    change('contract/events.ts', new RegExp(`  event\\('${type}', \\d+, \\w+\\),\n`), '');
  change('domain/dossier/fold.ts', /FOLD_VERSION = (\d+)/, 'FOLD_VERSION = $1 - 1');
  change('contract/desk-report.ts', /RELEASE = '[^']+'/, "RELEASE = '0.0.9'");
  const desk = (await import(pathToFileURL(join(into, 'main/desk/desk.ts')).href)) as { createDesk: typeof createDesk };
  return { name: 'older', createDesk: desk.createDesk, knows: (type) => !cameWithThis.includes(type) };
}

function isSource(path: string): boolean {
  return basename(path) !== 'node_modules' && !/tsconfig[^/]*\.json$|\.test\.tsx?$/.test(path);
}
