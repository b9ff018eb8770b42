import type { HallRules, PriorityClass, Series } from './rules.ts';

/** Series that every counter serves: of those who do not know which (Tôi không rõ). */
export function everybodysSeries(rules: HallRules): ReadonlySet<string> {
  return new Set(rules.series.filter(({ kind }) => kind === 'unknown').map(({ letter }) => letter));
}

export function seriesOf(rules: HallRules, letter: string): Series | null {
  return rules.series.find((each) => each.letter === letter) ?? null;
}

export function priorityOf(rules: HallRules, id: string | null): PriorityClass | null {
  return rules.priorities.find((each) => each.id === id) ?? null;
}
