import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The page loads no zod: Trusted Types refuses what its schemas compile, and it would be a tenth of the program. The desk
 * checks what comes from the page. Types of schemas cost nothing.
 */

const ROOT = join(import.meta.dirname, '../..');
const IMPORT = /^(?:import|export) (?!type )([^;]*?)\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm;

/** Modules whose code the module needs, as they are named in it. */
function neededBy(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, names, from, later, alone]) => {
    const listed = /^\{([^}]*)\}\s*$/.exec(names ?? '')?.[1];
    const isTypes = listed
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .every((name) => name.startsWith('type '));
    return isTypes === true ? [] : (from ?? later ?? alone ?? []);
  });
}

test('no module of the page needs a schema', () => {
  const reached = new Map<string, string>([[join(ROOT, 'renderer/main.tsx'), '']]);
  const waysToZod: string[] = [];
  for (const [file, way] of reached) {
    const here = `${way} ${relative(ROOT, file)}`;
    for (const name of neededBy(file)) {
      if (name === 'zod') waysToZod.push(here);
      const next = join(dirname(file), name);
      if (name.startsWith('.') && /\.tsx?$/.test(next) && existsSync(next) && !reached.has(next))
        reached.set(next, here);
    }
  }
  expect(waysToZod).toEqual([]);
  // The walk has been where it must: the frame, a part that comes later, what page and desk share.
  const seen = [...reached.keys()].map((file) => relative(ROOT, file));
  expect(seen).toEqual(
    expect.arrayContaining(['renderer/app/App.tsx', 'renderer/hall/TicketPrinters.tsx', 'contract/problems.ts']),
  );
});
