import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { layoutSlip, printPaper } from '../../renderer/print/layout.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import type { SlipPage } from './printer.ts';
import { slipAssets } from './slip-assets.ts';

/** The paper of a slip: A4, lying for two A5 copies side by side and for lists. */
export function slipPage(template: SlipTemplate): SlipPage {
  return printPaper(template);
}

/** A slip, all its copies, as a whole HTML document for `slipPage(template)`. */
export function slipHtml(template: SlipTemplate, values: SlipValues): string {
  return toHtml(layoutSlip(template, values, 'print'), slipAssets());
}
