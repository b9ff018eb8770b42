import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { layoutSlip } from '../../renderer/print/layout.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import type { SlipPage } from './printer.ts';
import { slipAssets } from './slip-assets.ts';

/** The paper of slips: A4 landscape, two A5 copies side by side. */
export const SLIP_PAGE: SlipPage = { widthMm: 210, heightMm: 297, landscape: true };

/** A slip, both copies, as a whole HTML document for `SLIP_PAGE`. */
export function slipHtml(template: SlipTemplate, values: SlipValues): string {
  return toHtml(layoutSlip(template, values, 'a4-two'), slipAssets());
}
