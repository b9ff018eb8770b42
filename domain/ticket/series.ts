import type { HallRules, PriorityClass, Series } from './rules.ts';

/** Series that every counter serves: of those who do not know which (Tôi không rõ). */
export function everybodysSeries(rules: HallRules): ReadonlySet<string> {
  return new Set(rules.series.filter(({ kind }) => kind === 'unknown').map(({ letter }) => letter));
}

export function seriesOf(rules: HallRules, letter: string): Series | null {
  return rules.series.find((each) => each.letter === letter) ?? null;
}

/** The series people of a field of the catalogue take a ticket for, or null where no counter has it. */
export function seriesOfField(rules: HallRules, field: string): Series | null {
  return rules.series.find(({ fields }) => fields.includes(field)) ?? null;
}

export function priorityOf(rules: HallRules, id: string | null): PriorityClass | null {
  return rules.priorities.find((each) => each.id === id) ?? null;
}
