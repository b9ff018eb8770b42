import type { SlipTemplate } from '../template.ts';
import { cashListTemplate } from './cash-list.ts';
import { dayCloseTemplate } from './day-close.ts';
import { guidanceSheetTemplate } from './guidance-sheet.ts';
import { handoverListTemplate } from './handover-list.ts';
import { mau01Template } from './mau-01.ts';
import { mau02Template } from './mau-02.ts';
import { mau03Template } from './mau-03.ts';
import { mau04Template } from './mau-04.ts';
import { mau05Template } from './mau-05.ts';
import { mau06Template } from './mau-06.ts';
import { mau07Template } from './mau-07.ts';

/** The templates the program comes with, one or more editions a form. */
export const shippedTemplates: readonly SlipTemplate[] = [
  mau01Template,
  mau02Template,
  mau03Template,
  mau04Template,
  mau05Template,
  mau06Template,
  mau07Template,
  handoverListTemplate,
  guidanceSheetTemplate,
  dayCloseTemplate,
  cashListTemplate,
];
