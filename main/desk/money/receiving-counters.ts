import type { Counter } from '../../../contract/sync.ts';

/** Names of the office's counters where people are received and pay, in order; kiosks and displays are places as well, and are not of them. */
export function receivingCounters(
  counters: readonly Pick<Counter, 'name' | 'office' | 'kind'>[],
  office: string,
): readonly string[] {
  return counters
    .filter((row) => row.office === office && row.kind === 'desk')
    .map((row) => row.name)
    .toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
}
