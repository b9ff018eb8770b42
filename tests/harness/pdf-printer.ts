import { browserPrinter } from '../../main/print/browser-printer.ts';
import type { SlipPrinter } from '../../main/print/printer.ts';
import { silentLog } from './test-desk.ts';

/** Real PDFs by a real Chromium, and no paper: what a test machine's printer does is nobody's business. */
export function pdfPrinter(): SlipPrinter {
  const printer = browserPrinter({ log: silentLog });
  return {
    makePdf: (html, page) => printer.makePdf(html, page),
    makePicture: (html, width) => printer.makePicture(html, width),
    prepare: () => printer.prepare?.(),
    status: () => Promise.resolve({ state: 'none', name: null }),
    close: () => printer.close(),
  };
}
