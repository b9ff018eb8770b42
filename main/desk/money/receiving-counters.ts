import type { Counter } from '../../../contract/sync.ts';

/**
 * Names of the office's places where people may pay, in order: every desk's, whatever it is used for now, since money once
 * taken there must be found; a kiosk or a display takes none.
 */
export function receivingCounters(
  counters: readonly Pick<Counter, 'name' | 'office' | 'kind'>[],
  office: string,
): readonly string[] {
  return counters
    .filter((row) => row.office === office && row.kind === 'desk')
    .map((row) => row.name)
    .toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
}
