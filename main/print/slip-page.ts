import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { layoutSlip, type SheetMode } from '../../renderer/print/layout.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import type { SlipPage } from './printer.ts';
import { slipAssets } from './slip-assets.ts';

/** A slip as a whole HTML document and the paper it is for, ready for `SlipPrinter.makePdf`. */
export function slipPage(
  template: SlipTemplate,
  values: SlipValues,
  mode: SheetMode = 'a4-two',
): { readonly html: string; readonly page: SlipPage } {
  const tree = layoutSlip(template, values, mode);
  const { widthMm, heightMm, landscape } = tree.paper;
  return { html: toHtml(tree, slipAssets()), page: { widthMm, heightMm, landscape } };
}
