import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadCatalogue } from '../catalogue/load.ts';
import { allOffices, type OfficeTable } from '../domain/procedure/office.ts';
import type { Clock } from './ports.ts';
import { officeJoins } from './push/office-joins.ts';
import { allOffices as officesHere } from './store/offices.ts';
import type { Db } from './store/pool.ts';
import { currentVersion, putReference } from './store/reference.ts';

const versionedSchema = z.looseObject({ version: z.string().min(1).max(60) });

export interface ImportReport {
  /** Versions put in force now. */
  readonly put: readonly string[];
  readonly offices: OfficeTable;
}

/**
 * Puts the catalogue and calendar of a folder in force.
 * @param onlyNewer leaves a version alone that is as new or newer: at every start; without it the folder's wins
 * @throws Error naming the file that is missing, damaged or against the rules; nothing is imported then
 */
export async function importReference(db: Db, folder: URL, clock: Clock, onlyNewer: boolean): Promise<ImportReport> {
  const loaded = await loadCatalogue(folder);
  if (!loaded.ok) throw new Error(`${loaded.fault.text.vi}\n${loaded.fault.text.en}\n${loaded.fault.detail}`);
  const calendarText = await readFile(new URL('calendar.json', folder), 'utf8');
  const calendar = versionedSchema.parse(JSON.parse(calendarText));
  const rows = [
    { kind: 'catalogue', version: loaded.catalogue.version, content: JSON.stringify(loaded.catalogue) },
    { kind: 'calendar', version: calendar.version, content: JSON.stringify(calendar) },
  ] as const;
  const put: string[] = [];
  for (const row of rows) {
    const now = await currentVersion(db, row.kind);
    if (onlyNewer && now !== null && !isNewer(row.version, now)) continue;
    await putReference(db, { ...row, imported_at: clock.now() });
    put.push(`${row.kind} ${row.version}`);
  }
  return { put, offices: loaded.offices };
}

/** "2026-11-23.10" is newer than "2026-11-23.9". */
export function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

/**
 * Adds the offices of the table that are not there yet. Code prefixes that are only values to try out are left out in
 * a real province: an administrator enters the right ones.
 */
export async function importOffices(db: Db, table: OfficeTable, demo: boolean): Promise<number> {
  let added = 0;
  const known = new Set((await officesHere(db)).map(({ id }) => id));
  for (const office of allOffices(table).filter(({ id: each }) => !known.has(each))) {
    const { id, kind, name, shortName, authority, placeName, parent, address, phone, codePrefix } = office;
    const prefix = codePrefix !== null && (demo || codePrefix.sure) ? codePrefix.value : null;
    const row = { id, kind, name, shortName, authority, place: placeName, codePrefix: prefix, parent, bank: null };
    const saved = await officeJoins(db, { ...row, phone: phone ?? '', address: address ?? '', disabled: false });
    if (saved !== null) added += 1;
  }
  return added;
}
