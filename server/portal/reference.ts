import { catalogueSchema } from '../../contract/catalogue.ts';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar, type CalendarData, type WorkingCalendar } from '../../domain/calendar/calendar.ts';
import type { Catalogue } from '../../domain/procedure/catalogue.ts';
import type { Db, Tx } from '../store/pool.ts';
import { contentOf, currentVersion, type ReferenceKind } from '../store/reference.ts';

/** The procedures and calendar in force, read once a version. */
export interface PortalReference {
  catalogue(db: Db | Tx): Promise<Catalogue | null>;
  calendar(db: Db | Tx, office: string): Promise<WorkingCalendar | null>;
}

export function portalReference(): PortalReference {
  let catalogue: { readonly version: string; readonly value: Catalogue } | null = null;
  let calendar: { readonly version: string; readonly value: CalendarData } | null = null;
  const read = async (db: Db | Tx, kind: ReferenceKind): Promise<{ version: string; content: unknown } | null> => {
    const version = await currentVersion(db, kind);
    const text = version === null ? null : await contentOf(db, kind, version);
    return version === null || text === null ? null : { version, content: JSON.parse(text) };
  };
  return {
    async catalogue(db) {
      const version = await currentVersion(db, 'catalogue');
      if (catalogue !== null && catalogue.version === version) return catalogue.value;
      const found = await read(db, 'catalogue');
      const parsed = catalogueSchema.safeParse(found?.content);
      catalogue = found === null || !parsed.success ? null : { version: found.version, value: parsed.data };
      return catalogue?.value ?? null;
    },
    async calendar(db, office) {
      const version = await currentVersion(db, 'calendar');
      if (calendar === null || calendar.version !== version) {
        const found = await read(db, 'calendar');
        const parsed = calendarSchema.safeParse(found?.content);
        calendar = found === null || !parsed.success ? null : { version: found.version, value: parsed.data };
      }
      return calendar === null ? null : createCalendar(calendar.value, office);
    },
  };
}
