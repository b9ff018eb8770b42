import type { SlipTemplate } from '../template.ts';
import { mau01Template } from './mau-01.ts';

const shipped: readonly SlipTemplate[] = [mau01Template];

/** The template a slip was made with, by the id kept beside it; null where this program does not have it. */
export function templateById(id: string): SlipTemplate | null {
  return shipped.find((template) => template.id === id) ?? null;
}
