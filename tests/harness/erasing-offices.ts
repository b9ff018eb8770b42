import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { commandLine } from './command-line.ts';
import type { DeskAt } from './desk-at.ts';
import { syncedOffices, type SyncedOffices } from './synced-offices.ts';
import { OFFICE, OTHER } from './test-server.ts';

/** What an erasure by law is ordered with, at the command line. */
export const ORDER = {
  reason: 'Luật Bảo vệ dữ liệu cá nhân, Điều 14',
  document: '12/2026/QĐ-TA',
  date: '2026-11-20',
  'ordered-by': 'Tòa án nhân dân khu vực 9',
  'open-too': true,
};

/** The command line tells running servers over PostgreSQL; this one does not listen, so its desks ask by themselves. */
export const withoutHints: DeskAt['line'] = (send, url) =>
  url.includes('/v1/hints') ? Promise.reject(new TypeError('no hints')) : send();

/** Two offices of a province that listens, and its command line, which keeps its list of erasures in a folder of its own. */
export function erasingOffices(): Pick<SyncedOffices, 'province' | 'desk'> & {
  readonly run: ReturnType<typeof commandLine>;
} {
  const offices = syncedOffices(OFFICE, OTHER);
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quay-erase-'));
    vi.stubEnv('QMC_SCANS', offices.province.scanFolder);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get province() {
      return offices.province;
    },
    async desk(office, counter) {
      const one = await offices.desk(office, counter);
      one.line = withoutHints;
      return one;
    },
    run: (...words) => commandLine(offices.province, folder)(...words),
  };
}
