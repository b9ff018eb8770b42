import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { PrintChoice, SlipPage } from '../print/printer.ts';

const mmPerInch = 25.4;
const micronsPerMm = 1000;

/** The template has its own margins and size: nothing is added, nothing scaled. Sizes in inches. */
export function pdfOptions(page: SlipPage, isTagged: boolean): PrintToPDFOptions {
  return {
    pageSize: { width: page.widthMm / mmPerInch, height: page.heightMm / mmPerInch },
    landscape: page.landscape,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    scale: 1,
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: false,
    generateTaggedPDF: isTagged,
  };
}

/**
 * Without a dialogue, with paper and printer named: what is left to the printer's defaults differs by version and
 * driver. Sizes in microns.
 */
export function paperOptions(page: SlipPage, choice: PrintChoice): WebContentsPrintOptions {
  return {
    silent: true,
    ...(choice.printerName === undefined ? {} : { deviceName: choice.printerName }),
    pageSize: { width: page.widthMm * micronsPerMm, height: page.heightMm * micronsPerMm },
    landscape: page.landscape,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pagesPerSheet: 1,
    collate: true,
    copies: choice.copies ?? 1,
    duplexMode: 'simplex',
    printBackground: true,
    color: false,
  };
}
