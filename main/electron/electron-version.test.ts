import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };

/**
 * Electron supports its three newest majors; one comes every eight weeks. Release days from the npm registry, read on
 * 2026-11-24; the end is three times eight weeks after a major's release, the earliest its support can end.
 */
const majors: Readonly<Record<number, { readonly released: string; readonly supportedUntil: string }>> = {
  43: { released: '2026-07-01', supportedUntil: '2026-12-16' },
  44: { released: '2026-08-25', supportedUntil: '2027-02-09' },
  45: { released: '2026-10-21', supportedUntil: '2027-04-07' },
};

const locked = lock.packages['node_modules/electron'].version;

test('the locked Electron is the one pinned, exactly', () => {
  expect(packageFile.devDependencies.electron).toBe(locked);
});

test('the locked Electron is of a major that still gets security fixes; when this fails, update Electron', () => {
  const major = majors[Number.parseInt(locked, 10)];
  const today = new Date().toISOString().slice(0, 10);
  expect(major?.supportedUntil ?? '').not.toBe('');
  expect(today <= (major?.supportedUntil ?? '')).toBe(true);
});
