import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChromiumPrinter } from '../../main/print/chromium-pdf.ts';
import { findBrowser } from '../../main/print/find-browser.ts';
import { slipAssets } from '../../main/print/slip-assets.ts';
import { layoutSlip } from '../../renderer/print/layout.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import { bitmapOf } from '../../main/print/thermal/bitmap.ts';
import { ticketFonts } from '../../main/print/thermal/ticket-fonts.ts';
import { paperDots } from '../../renderer/print/thermal/paper.ts';
import { ticketHtml } from '../../renderer/print/thermal/ticket-html.ts';
import { slipCases } from './cases.ts';
import { madeHereWith, pictured, pictureFile, pictureFolder, picturesOf, smaller } from './pictures.ts';
import { ticketCases } from './ticket-cases.ts';
import { pictureOfDots, ticketFile } from './ticket-pictures.ts';

/**
 * Makes the pictures anew that slips are compared with: `node tests/slips/keep.ts`, after every change of a template
 * that is meant. Look at what git says has changed before keeping it.
 */

const browser = findBrowser();
if (browser === null) throw new Error('no Chromium on this machine');
const folder = mkdtempSync(join(tmpdir(), 'slips-'));
const printer = createChromiumPrinter({ executablePath: browser, asRoot: process.getuid?.() === 0 });
rmSync(pictureFolder, { recursive: true, force: true });
mkdirSync(pictureFolder);
for (const { name, template, values } of slipCases.filter((slip) => pictured.includes(slip.name))) {
  const tree = layoutSlip(template, values, 'first');
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await printer.pdf(toHtml(tree, slipAssets()), tree.paper));
  picturesOf(file).forEach((picture, index) => {
    writeFileSync(pictureFile(name, index + 1), smaller(picture));
  });
}
for (const { name, ticket, width } of ticketCases) {
  const bitmap = bitmapOf(await printer.picture(ticketHtml(ticket, width, ticketFonts()), paperDots[width]));
  writeFileSync(ticketFile(name), smaller(pictureOfDots(bitmap)));
}
writeFileSync(join(pictureFolder, 'made-with.json'), `${JSON.stringify(madeHereWith(browser), null, 2)}\n`);
await printer.close();
rmSync(folder, { recursive: true });
