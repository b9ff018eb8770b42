import { hearPoints, recordPoints, takeInPoints } from '../../../main/store/points.ts';
import { lineFaults } from './line.ts';
import { lanFaults } from './office-lan.ts';
import { scanDeskPoints, scanNotes, scanServerPoints } from './scan-points.ts';
import { hallWeights, releaseWeights, scanWeights, stepWeights } from './steps.ts';
import { serverPoints } from './watched-database.ts';

/** What the runs so far have met, and how often. */
export interface Coverage {
  note(group: string, what: string, times?: number): void;
  add(other: Counts): void;
  counts(): Counts;
}

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function newCoverage(): Coverage {
  const groups = new Map<string, Map<string, number>>();
  const note = (group: string, what: string, times = 1): void => {
    const of = groups.get(group) ?? new Map<string, number>();
    groups.set(group, of);
    of.set(what, (of.get(what) ?? 0) + times);
  };
  return {
    note,
    add(other) {
      for (const [group, whats] of Object.entries(other)) {
        for (const [what, times] of Object.entries(whats)) note(group, what, times);
      }
    },
    counts: () =>
      Object.fromEntries(
        [...groups]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([group, of]) => [group, Object.fromEntries([...of].sort((a, b) => b[1] - a[1]))]),
      ),
  };
}

/** As a person reads it. */
export function coverageText(counts: Counts): string {
  return Object.entries(counts)
    .map(([group, whats]) => {
      const rows = Object.entries(whats);
      const sum = rows.reduce((total, [, times]) => total + times, 0);
      const lines = rows.map(([what, times]) => `  ${String(times).padStart(8)}  ${what}`);
      return [`${group} (${rows.length} kinds, ${sum} times)`, ...lines].join('\n');
    })
    .join('\n\n');
}

/** Named moments and troubles that no run so far has met; what a run makes up as it goes (pairs, say) has no such list. */
export function notMet(counts: Counts): readonly string[] {
  const points = [...recordPoints, ...takeInPoints, 'scan-written', 'scan-kept'];
  const named: Readonly<Record<string, readonly string[]>> = {
    'desk killed': [...points, ...hearPoints, 'anywhere'],
    // What is written down again, and what is let in, come up after restores alone: not in every dozen of seeds.
    'server killed': [
      ...Object.entries(serverPoints).flatMap(([point, { during }]) => (during === 'push' ? [point] : [])),
      'anywhere',
    ],
    'disk full': points.filter((point) => point !== 'committed' && point !== 'scan-kept'),
    // Where an upload stands is asked only after a fault: not every dozen of seeds has a death at just that answer.
    'scans: desk killed': scanDeskPoints.filter((point) => point !== 'ask answered'),
    'scans: server killed': scanServerPoints,
    'scans: disk full': [...scanNotes, 'of the province'],
    steps: [stepWeights, scanWeights, releaseWeights, hallWeights].flatMap((weights) => Object.keys(weights)),
    network: [...lineFaults, ...lanFaults],
  };
  return Object.entries(named).flatMap(([group, whats]) =>
    whats.filter((what) => counts[group]?.[what] === undefined).map((what) => `${group}: ${what}`),
  );
}
