import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { png as pngOf } from '../../main/desk/digitise/png.ts';

/** Small files as scanners, telephones and citizens' computers make them. */

/** 24 × 34 dots, a dark corner at the top left. */
const upright = Buffer.from(
  [
    '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBD',
    'ARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAiABgD',
    'ASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAYEBf/EACIQAAECBwEBAAMAAAAAAAAAAAEABAIDBQYREhMhMUFRof/EABQB',
    'AQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDPdt01mnXG7aM3nORL01h5QHGYISfS',
    'M/SVYWk+cVG3Gjt5M6T5m+0WoGcRxAeDz4Ape6LOqlVr7p624cpumu0eD5AAfx+wqq16fPpVAasnOvWVvtqcj2MkfwoOsiIgIiIC',
    'IiAiIgIiIP/Z',
  ].join(''),
  'base64',
);

/** A JPEG; another one for each `n`, by a remark in it. */
export function jpeg(n = 0): Uint8Array {
  const remark = Buffer.from(`paper ${n}`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(remark.length + 2);
  return new Uint8Array(
    Buffer.concat([upright.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, remark, upright.subarray(2)]),
  );
}

/** A grey PNG, `width` × `height`, each dot of the value `shade`. */
export function png(width = 20, height = 30, shade = 128): Uint8Array {
  const dots = new Uint8Array(width * height).fill(shade);
  return pngOf({ width, height, colours: 1, bits: 8 }, dots, (rows) => deflateSync(rows));
}

/** What a scanner makes: a JPEG a page and nothing else. */
export async function scannedPdf(pages: number, turned = 0): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let n = 0; n < pages; n += 1) {
    const image = await made.embedJpg(jpeg(n));
    const page = made.addPage([595, 842]);
    page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
    page.setRotation(degrees(turned));
  }
  return made.save();
}

/** What a computer makes: text, a typed form field, and things that act by themselves. */
export async function typedPdf(pages = 1): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let n = 0; n < pages; n += 1) made.addPage([595, 842]).drawText(`trang ${n + 1}`, { x: 50, y: 700, font });
  const field = made.getForm().createTextField('ten');
  field.setText('Nguyen Van A');
  const page = made.getPage(0);
  field.addToPage(page, { x: 50, y: 600, width: 200, height: 20 });
  const script = made.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
  page.node.set(PDFName.of('AA'), made.context.obj({ O: script }));
  const link = made.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script });
  page.node.Annots()?.push(made.context.register(link));
  return made.save();
}

/** A PDF that says of itself that it is locked. */
export async function lockedPdf(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.addPage();
  made.context.trailerInfo.Encrypt = made.context.register(made.context.obj({ Filter: 'Standard', V: 2, R: 3 }));
  return made.save({ useObjectStreams: false });
}
