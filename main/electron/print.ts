import { webContents, type BrowserWindow } from 'electron';
import { ProblemError } from '../../contract/problems.ts';
import { isTagged, sheetsIn } from '../print/document-length.ts';
import type { PrintChoice, PrintOutcome, SlipPage, SlipPrinter } from '../print/printer.ts';
import { systemPrint } from '../print/system-print.ts';
import { pdfOptions, paperOptions } from './print-options.ts';
import { withHiddenWindow } from './slip-session.ts';

/** A thermal ticket is under 1200 dots high; what is white below is cut off before it is printed. */
const TALLEST_PICTURE = 1400;

/**
 * Slips through Chromium's own engine: the PDF first, in a hidden window that can do nothing else; then those very
 * bytes on paper. With CUPS (Linux, macOS) its print command takes them as they are; Windows has no such command, and
 * Chromium prints them without a dialogue.
 *
 * @param electronMajor before 36 a PDF printed without a dialogue came out blank (electron/electron#47378): not tried
 */
export function slipPrinter(platform: NodeJS.Platform, electronMajor: number): SlipPrinter {
  const cups = platform === 'win32' ? null : systemPrint({ platform });
  return {
    async makePdf(html, page) {
      try {
        return await withHiddenWindow({ bytes: html, kind: 'html' }, (window) =>
          window.webContents.printToPDF(pdfOptions(page, isTagged(sheetsIn(html)))),
        );
      } catch (error) {
        throw new ProblemError('IN-01', {}, { cause: error });
      }
    },
    async makePicture(html, width) {
      try {
        return await withHiddenWindow({ bytes: html, kind: 'html' }, (window) => pictureOf(window, width));
      } catch (error) {
        throw new ProblemError('IN-01', {}, { cause: error });
      }
    },
    async print(pdf, page, choice = {}) {
      if (cups !== null) return cups.print(pdf, page, choice);
      if (electronMajor < 36) return { kind: 'shown', why: `Electron ${electronMajor} prints no PDF by itself` };
      return withHiddenWindow({ bytes: new Uint8Array(pdf), kind: 'pdf' }, (window) => toPaper(window, page, choice));
    },
    async status() {
      if (cups !== null) return cups.status();
      const printers = (await webContents.getAllWebContents()[0]?.getPrintersAsync()) ?? [];
      // Which one is the default is not told; one alone must be it.
      const only = printers.length === 1 ? printers[0] : undefined;
      return printers.length === 0 ? { state: 'none', name: null } : { state: 'ready', name: only?.name ?? null };
    },
    close: async () => {},
  };
}

/** The window's whole document. On a screen with larger pixels the picture is brought back to `width`. */
async function pictureOf(window: BrowserWindow, width: number): Promise<Uint8Array> {
  window.setContentSize(width, TALLEST_PICTURE);
  // Scripts are off in there; its capture is what can be asked.
  const whole = await window.webContents.capturePage(undefined, { stayHidden: true });
  const picture = whole.getSize().width === width ? whole : whole.resize({ width, quality: 'best' });
  return picture.toPNG();
}

async function toPaper(window: BrowserWindow, page: SlipPage, choice: PrintChoice): Promise<PrintOutcome> {
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length === 0) return { kind: 'shown', why: 'no printer' };
  const named = choice.printerName ?? (printers.length === 1 ? printers[0]?.name : undefined);
  // A name the system does not know would silently go to its default printer, at another counter perhaps.
  if (named !== undefined && !printers.some((printer) => printer.name === named)) {
    return { kind: 'failed', reason: `no printer named ${named}` };
  }
  return new Promise((resolve) => {
    window.webContents.print(
      paperOptions(page, { ...choice, ...(named === undefined ? {} : { printerName: named }) }),
      (done, reason) => resolve(done ? { kind: 'printed', printer: named ?? '' } : { kind: 'failed', reason }),
    );
  });
}
