import type { PublishedEdition } from '../../../contract/slip-template.ts';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { currentTemplate, editionOf, shippedEditions, type SlipEdition } from '../../../domain/form/editions.ts';
import { slipForms, type SlipForm } from '../../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../../domain/form/template.ts';

/** An edition as the list shows it. */
export interface EditionRow extends SlipEdition {
  readonly id: string;
  readonly form: SlipForm;
  readonly number: number;
  /** Null: came with the program. */
  readonly published: PublishedEdition | null;
  /** Used now, from a day to come, or no more (old slips keep it). */
  readonly state: 'now' | 'later' | 'past';
}

/** Every edition, by form, the newest first. */
export function editionRows(published: readonly PublishedEdition[], today: CivilDate): EditionRow[] {
  const all = [...published, ...shippedEditions.map((edition) => ({ ...edition, published: null }))];
  return slipForms.flatMap((form) => {
    const current = currentTemplate(form, today, published).id;
    const rows = all
      .filter(({ template }) => template.form === form)
      .map((edition): EditionRow => {
        const { template, validFrom } = edition;
        const number = editionOf(template.id)?.number ?? 0;
        const state = template.id === current ? 'now' : validFrom > today ? 'later' : 'past';
        const of = 'publishedAt' in edition ? edition : null;
        return { id: template.id, form, number, template, validFrom, published: of, state };
      })
      .toSorted((a, b) => b.number - a.number);
    // A higher number that is valid, or will be no later, takes the place of a lower one.
    return rows.map((row, at) =>
      row.state === 'later' && rows.slice(0, at).some((newer) => newer.validFrom <= row.validFrom)
        ? { ...row, state: 'past' as const }
        : row,
    );
  });
}

/** Whether a number that was typed is none, or out of its bounds: kept as NaN while it is typed. */
export function hasBadMeasure({ margins, type, blocks }: SlipTemplate): boolean {
  const measures = [
    ...Object.values(margins),
    ...Object.values(type).flatMap(({ size, line }) => [size, line]),
    ...blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.columns.map(({ width }) => width ?? 0)
        : block.kind === 'signatures' || block.kind === 'letter-end'
          ? [block.room]
          : [],
    ),
  ];
  return measures.some(Number.isNaN);
}
