import { cashListSlip } from '../../domain/form/cash-list.ts';
import { cashListSlipSamples } from '../../domain/form/cash-list-examples.ts';
import { dayClose } from '../../domain/form/day-close.ts';
import { dayCloseSamples } from '../../domain/form/day-close-examples.ts';
import { guidanceSheet } from '../../domain/form/guidance-sheet.ts';
import { guidanceSheetSamples } from '../../domain/form/guidance-sheet-examples.ts';
import { handoverList } from '../../domain/form/handover-list.ts';
import { handoverListSamples } from '../../domain/form/handover-list-examples.ts';
import { mau01 } from '../../domain/form/mau-01.ts';
import { samples as mau01Samples } from '../../domain/form/mau-01-examples.ts';
import { mau02 } from '../../domain/form/mau-02.ts';
import { mau02Samples } from '../../domain/form/mau-02-examples.ts';
import { mau03 } from '../../domain/form/mau-03.ts';
import { mau03Samples } from '../../domain/form/mau-03-examples.ts';
import { mau04 } from '../../domain/form/mau-04.ts';
import { mau04Samples } from '../../domain/form/mau-04-examples.ts';
import { mau05 } from '../../domain/form/mau-05.ts';
import { mau05Samples } from '../../domain/form/mau-05-examples.ts';
import { mau06 } from '../../domain/form/mau-06.ts';
import { mau06Samples } from '../../domain/form/mau-06-examples.ts';
import { mau07 } from '../../domain/form/mau-07.ts';
import { mau07Samples } from '../../domain/form/mau-07-examples.ts';
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
  ...casesOf('04', mau04, mau04Samples),
  ...casesOf('05', mau05, mau05Samples),
  ...casesOf('06', mau06, mau06Samples),
  ...casesOf('07', mau07, mau07Samples),
  ...casesOf('handover-list', handoverList, handoverListSamples),
  ...casesOf('guidance-sheet', guidanceSheet, guidanceSheetSamples),
  ...casesOf('day-close', dayClose, dayCloseSamples),
  ...casesOf('cash-list', cashListSlip, cashListSlipSamples),
];
