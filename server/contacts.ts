import { readDeskReport, type DeskReport } from '../contract/desk-report.ts';
import type { Clock } from './ports.ts';
import { saveContact } from './store/desk-contact.ts';
import type { Db } from './store/pool.ts';

/** Keeps when each desk was last heard and what it said of itself. */
export interface Contacts {
  /** @throws what the database throws */
  heard(device: string, header: unknown, feedNumber: number): Promise<void>;
}

/** A desk asks every ten seconds: once a minute is written down, sooner only what is told anew. */
const WRITE_EVERY_MS = 60_000;

export function createContacts(db: Db, clock: Clock): Contacts {
  const written = new Map<string, { readonly at: number; readonly facts: string }>();
  return {
    async heard(device, header, feedNumber) {
      const report = readDeskReport(header);
      const at = clock.now();
      const facts = factsOf(report);
      const before = written.get(device);
      if (before?.facts === facts && Math.abs(at - before.at) < WRITE_EVERY_MS) return;
      await saveContact(db, { device, at, report, feedNumber });
      written.set(device, { at, facts });
    },
  };
}

/** What is worth a row at once: another release, a queue that fills or empties. Its exact length can wait. */
function factsOf(report: DeskReport | null): string {
  return report === null ? '' : `${report.release} ${report.unsent > 0 ? 'unsent' : ''}`;
}
