import type { SlipTemplate } from '../template.ts';
import { handoverListTemplate } from './handover-list.ts';
import { mau01Template } from './mau-01.ts';
import { mau02Template } from './mau-02.ts';
import { mau03Template } from './mau-03.ts';
import { mau06Template } from './mau-06.ts';

/** The templates the program comes with, one or more editions a form. */
export const shippedTemplates: readonly SlipTemplate[] = [
  mau01Template,
  mau02Template,
  mau03Template,
  mau06Template,
  handoverListTemplate,
];

/** The template a slip was made with, by the id kept beside it; null where this program does not have it. */
export function templateById(id: string): SlipTemplate | null {
  return shippedTemplates.find((template) => template.id === id) ?? null;
}
