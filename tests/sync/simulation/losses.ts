import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile } from '../../../main/store/key-file.ts';
import { metaOf } from '../../../main/store/meta.ts';
import { openSqlite, type DatabaseKey } from '../../../main/store/sqlite.ts';
import { filesOf } from './scans-on-disk.ts';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** What is lost with a disk, and what is not because it stands somewhere else. */

/**
 * A disk was lost, or its desk is heard no more: what stands neither at the province nor on the disk of a desk in order is
 * gone with it, and nobody can bring it. Whatever stands anywhere at this moment must be at the province at rest.
 */
export async function noteGone(world: World): Promise<void> {
  const { server, desks, ledger, root } = world;
  const rows = await server.rows<{ id: string }>('select id from event');
  const standing = new Set(rows.map(({ id }) => id));
  for (const desk of desks) if (!desk.isRevoked) for (const id of onDiskOf(desk, root).ids) standing.add(id);
  ledger.onlyLeft(standing);
  await noteScansGone(world);
}

/** The same of digitised papers, when the province's own files were put back too. */
export async function noteScansGone({ server, desks, scans }: World): Promise<void> {
  const rows = await server.rows<{ hash: string }>('select hash from scan_file');
  const inOrder = desks.filter(({ isRevoked }) => !isRevoked);
  const lying = inOrder.flatMap(({ folder }) => filesOf(folder).map(({ hash }) => hash));
  scans.onlyLeft(new Set([...rows.map(({ hash }) => hash), ...lying]));
}

/** What lies on the disk of a desk. */
export interface OnDisk {
  /** Ids of its events. */
  readonly ids: ReadonlySet<string>;
  /** The log it writes. */
  readonly log: string;
}

/** What is on the disk of a desk, whether it is open or not. */
export function onDiskOf({ folder, life }: Pick<SimDesk, 'folder' | 'life'>, root: string): OnDisk {
  if (life !== null) return readIn(folder, folder);
  // What nobody has open is looked at in a copy: whoever opens it last would write to it.
  const copy = mkdtempSync(join(root, 'looked at '));
  for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name));
  }
  const found = readIn(copy, folder);
  rmSync(copy, { recursive: true });
  return found;
}

function readIn(folder: string, keysIn: string): OnDisk {
  const db = openSqlite(join(folder, 'desk.db'), databaseKeyIn(keysIn), { create: false });
  try {
    const rows = db.prepare<[], { id: string }>('SELECT id FROM event').all();
    return { ids: new Set(rows.map(({ id }) => id)), log: metaOf(db).get('enrolment')?.log ?? '' };
  } finally {
    db.close();
  }
}

/** The key of the database in a desk's folder: the keychain of these desks keeps it as it is. */
export function databaseKeyIn(folder: string): DatabaseKey {
  return Buffer.from(readKeyFile(join(folder, 'keys.json'))?.keychain ?? '', 'base64').toString();
}
