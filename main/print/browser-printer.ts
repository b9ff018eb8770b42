import type { Log } from '../desk/ports.ts';
import { createChromiumPrinter } from './chromium-pdf.ts';
import { findBrowser } from './find-browser.ts';
import type { SlipPrinter } from './printer.ts';
import { systemPrint } from './system-print.ts';

/** Slips in the loopback host: PDFs by the system's Chromium, paper by the system's print command. */
export function browserPrinter({ log }: { readonly log: Log }): SlipPrinter {
  const chromium = createChromiumPrinter({
    executablePath: findBrowser(),
    asRoot: process.getuid?.() === 0,
  });
  const paper = systemPrint({ platform: process.platform });
  return {
    async makePdf(html, page) {
      try {
        return await chromium.pdf(html, page);
      } catch (error) {
        log.error('no PDF of a slip', error);
        throw error;
      }
    },
    makePicture: (html, width) => chromium.picture(html, width),
    print: (pdf, page, choice) => paper.print(pdf, page, choice),
    prepare: () => chromium.prepare(),
    status: () => paper.status(),
    close: () => chromium.close(),
  };
}
