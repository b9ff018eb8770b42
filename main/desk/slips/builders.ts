import type { DeskContext } from '../context.ts';
import { mau01Builder } from './mau-01.ts';
import type { SlipBuilders } from './order.ts';

/** The official forms of a dossier this desk can fill in. */
export function slipBuilders(context: DeskContext): SlipBuilders {
  return { '01': mau01Builder(context) };
}
