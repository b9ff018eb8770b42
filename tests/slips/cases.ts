import { handoverList } from '../../domain/form/handover-list.ts';
import { handoverListSamples } from '../../domain/form/handover-list-examples.ts';
import { mau01 } from '../../domain/form/mau-01.ts';
import { samples as mau01Samples } from '../../domain/form/mau-01-examples.ts';
import { mau02 } from '../../domain/form/mau-02.ts';
import { mau02Samples } from '../../domain/form/mau-02-examples.ts';
import { mau03 } from '../../domain/form/mau-03.ts';
import { mau03Samples } from '../../domain/form/mau-03-examples.ts';
import { mau06 } from '../../domain/form/mau-06.ts';
import { mau06Samples } from '../../domain/form/mau-06-examples.ts';
import type { SlipForm, SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { shippedTemplates } from '../../domain/form/templates/index.ts';

/** Every form with its examples: the usual slip, crowded ones with long names, the least there can be. */
export interface SlipCase {
  /** "mau-02-crowded". */
  readonly name: string;
  readonly template: SlipTemplate;
  readonly values: SlipValues;
}

const templateOf = (form: SlipForm): SlipTemplate => {
  const template = shippedTemplates.find((each) => each.form === form);
  if (template === undefined) throw new Error(`no template of ${form}`);
  return template;
};

function casesOf<T>(form: SlipForm, fill: (input: T) => SlipValues, inputs: Record<string, T>): readonly SlipCase[] {
  const template = templateOf(form);
  return Object.entries(inputs).map(([name, input]) => ({
    name: `${template.id.replace(/@.*/, '')}-${name}`,
    template,
    values: fill(input),
  }));
}

export const slipCases: readonly SlipCase[] = [
  ...casesOf('01', mau01, mau01Samples),
  ...casesOf('02', mau02, mau02Samples),
  ...casesOf('03', mau03, mau03Samples),
  ...casesOf('06', mau06, mau06Samples),
  ...casesOf('handover-list', handoverList, handoverListSamples),
];
