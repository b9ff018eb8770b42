import type { BrowserWindow } from 'electron';
import type { PrintOutcome, SlipPage, SlipPrinter } from '../print/printer.ts';
import { withHiddenWindow } from './slip-session.ts';

const micronsPerMm = 1000;
const mmPerInch = 25.4;

/**
 * Slips through Chromium: the PDF is made first, and those very bytes are printed, with printer and paper named.
 *
 * @param electronMajor printing a PDF without a dialogue works from Electron 36 on; before, blank sheets come out
 */
export function slipPrinter(electronMajor: number): SlipPrinter {
  return {
    makePdf: (html, page) => withHiddenWindow({ bytes: html, kind: 'html' }, (window) => toPdf(window, page)),
    async print(pdf, page) {
      if (electronMajor < 36) return { kind: 'shown', why: 'electron' };
      return withHiddenWindow({ bytes: new Uint8Array(pdf), kind: 'pdf' }, (window) => toPaper(window, page));
    },
  };
}

async function toPdf(window: BrowserWindow, page: SlipPage): Promise<Uint8Array> {
  return window.webContents.printToPDF({
    // Inches here; microns when printing on paper.
    pageSize: { width: page.widthMm / mmPerInch, height: page.heightMm / mmPerInch },
    landscape: page.landscape,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    preferCSSPageSize: true,
    displayHeaderFooter: false,
    generateTaggedPDF: true,
  });
}

async function toPaper(window: BrowserWindow, page: SlipPage): Promise<PrintOutcome> {
  const printers = await window.webContents.getPrintersAsync();
  // Never a guess among several: without a printer the system calls its own, a person chooses.
  const device = printers.find((printer) => 'isDefault' in printer && printer.isDefault === true) ?? printers[0];
  if (device === undefined) return { kind: 'shown', why: 'no printer' };
  return new Promise((resolve) => {
    window.webContents.print(
      {
        silent: true,
        deviceName: device.name,
        pageSize: { width: page.widthMm * micronsPerMm, height: page.heightMm * micronsPerMm },
        landscape: page.landscape,
        margins: { marginType: 'none' },
        printBackground: true,
        color: false,
        copies: 1,
      },
      (done, reason) => resolve(done ? { kind: 'printed', printer: device.name } : { kind: 'failed', reason }),
    );
  });
}
