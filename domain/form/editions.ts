import type { CivilDate } from '../calendar/civil-date.ts';
import { formNames } from './form-names.ts';
import { type SlipForm, slipForms } from './slip-values.ts';
import type { SlipTemplate } from './template.ts';
import { shippedTemplates } from './templates/index.ts';

/**
 * Editions (bản mẫu phiếu): a form changes with the law, and an office may word it better. Every slip keeps the id of
 * the edition it was made with, and is drawn with that one for ever; a new slip takes the edition that holds today.
 */
export interface SlipEdition {
  readonly template: SlipTemplate;
  /** First day on which slips are made with it. */
  readonly validFrom: CivilDate;
}

/** Thông tư 03/2025/TT-VPCP is in force from this day. */
const SHIPPED_FROM: CivilDate = '2025-09-15';

/** The editions the program comes with. */
export const shippedEditions: readonly SlipEdition[] = shippedTemplates.map((template) => ({
  template,
  validFrom: SHIPPED_FROM,
}));

/** Form and number of an edition's id: "mau-02@3"; null where it is none. */
export function editionOf(id: string): { readonly form: SlipForm; readonly number: number } | null {
  const [, name = '', number = ''] = /^([a-z0-9-]+)@([1-9]\d{0,3})$/.exec(id) ?? [];
  const form = slipForms.find((each) => formNames[each].id === name);
  return form === undefined ? null : { form, number: Number(number) };
}

/**
 * The template a slip was made with: among the editions the office has stored, else among those the program came with;
 * null where neither has it.
 */
export function findTemplate(id: string, editions: readonly SlipEdition[]): SlipTemplate | null {
  return [...editions, ...shippedEditions].find(({ template }) => template.id === id)?.template ?? null;
}

/** The edition of a form that holds on a day: of those that are valid, the one with the highest number. */
export function currentTemplate(form: SlipForm, date: CivilDate, editions: readonly SlipEdition[]): SlipTemplate {
  const ofForm = [...editions, ...shippedEditions].filter(({ template }) => template.form === form);
  const valid = ofForm.filter(({ validFrom }) => validFrom <= date);
  const newest = newestOf(valid.length > 0 ? valid : ofForm);
  if (newest === undefined) throw new Error(`the program came without a template of ${form}`);
  return newest;
}

/** Id of the newest edition of a form, valid already or not. */
export function newestEditionId(form: SlipForm, editions: readonly SlipEdition[]): string {
  return newestOf([...editions, ...shippedEditions].filter(({ template }) => template.form === form))?.id ?? '';
}

/** Id for the next edition of a form. */
export function nextEditionId(form: SlipForm, editions: readonly SlipEdition[]): string {
  const newest = newestOf([...editions, ...shippedEditions].filter(({ template }) => template.form === form));
  return `${formNames[form].id}@${(newest === undefined ? 0 : numberOf(newest)) + 1}`;
}

function newestOf(editions: readonly SlipEdition[]): SlipTemplate | undefined {
  return editions.map(({ template }) => template).toSorted((a, b) => numberOf(b) - numberOf(a))[0];
}

function numberOf(template: SlipTemplate): number {
  return editionOf(template.id)?.number ?? 0;
}
