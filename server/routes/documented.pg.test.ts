import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pushing } from '../../tests/harness/pushing.ts';

/** Who may ask what stands in a table of the protocol's page: a route that is missing there is open to nobody's eye. */

const world = pushing();

/** The paths of the table, each with its beginning written out: `GET /v1/pull`, `/v1/hints` … and `/v1/admin/…` for all below. */
function documented(): string[] {
  const page = readFileSync(new URL('../../docs/sync-protocol.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('## Who may ask'), page.indexOf('A signed request carries'));
  return [...table.matchAll(/\/(?:v1\/[^`,\s]*|health|ready)/g)].map(([path]) => path);
}

test('every route of the server stands in the table of who may ask, and every row is a route', async () => {
  const app = world.province.another();
  const routes = new Set<string>();
  app.addHook('onRoute', ({ url }) => void routes.add(url.replaceAll(/:[a-z]+/g, '*')));
  await app.ready();
  const rows = documented().map((path) =>
    path.endsWith('…')
      ? { path: path.slice(0, -1), isWhole: false }
      : { path: path.replaceAll(/\/[A-Z]+/g, '/*'), isWhole: true },
  );
  const isIn = (url: string, { path, isWhole }: (typeof rows)[number]): boolean =>
    isWhole ? url === path : url.startsWith(path);
  expect(routes.size).toBeGreaterThan(30);
  expect([...routes].filter((url) => !rows.some((row) => isIn(url, row)))).toEqual([]);
  expect(rows.filter((row) => ![...routes].some((url) => isIn(url, row)))).toEqual([]);
});
