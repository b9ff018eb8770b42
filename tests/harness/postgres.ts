import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/embedded.ts';
import { migrate } from '../../server/store/migrations.ts';
import { ensureDatabase, openDatabase } from '../../server/store/pool.ts';
import { TEMPLATE } from './database.ts';

/**
 * One real PostgreSQL for a run of the server tests, in a temporary folder, with a migrated template from which each
 * test file copies a database of its own (`freshDatabase`). Works as root and as an ordinary user.
 */
const PREFIX = 'quay-mot-cua-test-postgres-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's PostgreSQL runs as an ordinary user, who must get to it.
  chmodSync(folder, 0o755);
  const postgres = await startEmbedded({ folder: join(folder, 'pg'), unsafe: true });
  const template = openDatabase({ url: await ensureDatabase(postgres.url, TEMPLATE), connections: 1 });
  await migrate(template);
  await template.destroy();
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    for (const used of [folder, postgres.folder]) rmSync(used, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its PostgreSQL behind: it is stopped and removed by the next one. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    // Another person's, who alone may remove it.
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    try {
      await (await startEmbedded({ folder: join(folder, 'pg'), unsafe: true })).stop();
    } catch {
      // It never got as far as a database, or another run is clearing it too.
    }
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // What another account's PostgreSQL wrote in it (root's runs under one of its own) holds up no run.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
