import { inflateSync, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import { expect, test } from 'vitest';
import { ProblemError } from '../../../contract/problems.ts';
import { jpeg, lockedPdf, png, scannedPdf, typedPdf } from '../../../tests/harness/paper-files.ts';
import { pngOfStream } from './png.ts';
import { composePdf, inspect, shownPages, type SourcePage } from './pdf.ts';

const facts = { title: 'Giấy chứng sinh', at: new Date(Date.UTC(2026, 10, 23)) };
const MB = 1_000_000;

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

/** Composes pages of the files given by name. */
async function made(files: Record<string, Uint8Array>, pages: SourcePage[]): Promise<PDFDocument> {
  return PDFDocument.load(await composePdf(pages, new Map(Object.entries(files)), facts));
}
const turns = (document: PDFDocument): number[] => document.getPages().map((page) => page.getRotation().angle);
const sizeOf = (page: PDFPage | undefined) => page?.getSize();

test('a file is looked over by its bytes', async () => {
  expect(await inspect(jpeg(), 'a')).toEqual({ kind: 'jpeg', pages: [{ turn: 0, picture: true }] });
  expect(await inspect(png(), 'a')).toEqual({ kind: 'png', pages: [{ turn: 0, picture: true }] });
  const scan = await inspect(await scannedPdf(3, 90), 'a');
  expect(scan.pages).toEqual(Array.from({ length: 3 }, () => ({ turn: 90, picture: true })));
  expect(await inspect(await typedPdf(2), 'a')).toEqual({
    kind: 'pdf',
    pages: [
      { turn: 0, picture: false },
      { turn: 0, picture: false },
    ],
  });
});

test('what cannot be taken is told in words of its own', async () => {
  const text = (words: string): Uint8Array => Buffer.from(words);
  expect(await codeOf(inspect(text('MZ program'), 'a'))).toBe('SH-01');
  expect(await codeOf(inspect(text('II*\0'), 'a.tif'))).toBe('SH-01');
  expect(await codeOf(inspect(new Uint8Array(0), 'a'))).toBe('SH-01');
  expect(await codeOf(inspect(await lockedPdf(), 'a'))).toBe('SH-02');
  expect(await codeOf(inspect(await scannedPdf(201), 'a'))).toBe('SH-03');
  expect(await codeOf(inspect(Buffer.concat([jpeg(), Buffer.alloc(40 * MB)]), 'a'))).toBe('SH-04');
  expect(await codeOf(inspect(text('%PDF-1.7 and nothing more'), 'a'))).toBe('SH-05');
  expect(await codeOf(inspect(jpeg().subarray(0, 30), 'a'))).toBe('SH-05');
  expect(
    await codeOf(inspect(pngOfStream({ width: 30_000, height: 30_000, colours: 1, bits: 8 }, new Uint8Array(9)), 'a')),
  ).toBe('SH-05');
  expect(await codeOf(inspect((await scannedPdf(2)).subarray(0, 900), 'a'))).toBe('SH-05');
});

test('two hundred pages are the most, and they are taken', async () => {
  expect((await inspect(await scannedPdf(200), 'a')).pages).toHaveLength(200);
});

test('pages stand in the order wanted, turned as wanted, from files of every kind', async () => {
  const document = await made({ j: jpeg(1), p: png(), s: await scannedPdf(3, 270), t: await typedPdf(2) }, [
    { fileId: 's', page: 2, turn: 90 },
    { fileId: 't', page: 1, turn: 0 },
    { fileId: 'j', page: 0, turn: 180 },
    { fileId: 's', page: 0, turn: 0 },
    { fileId: 'p', page: 0, turn: 270 },
  ]);
  expect(turns(document)).toEqual([0, 0, 180, 270, 270]);
  expect(document.getTitle()).toBe('Giấy chứng sinh');
  // 24 × 34 has the shape of A4.
  expect(sizeOf(document.getPage(2))).toEqual({ width: 595.28, height: 841.89 });
});

test('the same pages make the same bytes', async () => {
  const page: SourcePage = { fileId: 'j', page: 0, turn: 0 };
  const files = new Map([['j', jpeg()]]);
  expect(Buffer.from(await composePdf([page], files, facts)).equals(await composePdf([page], files, facts))).toBe(true);
});

test('a picture lies in the paper as it came, not packed anew', async () => {
  const bytes = await composePdf([{ fileId: 'j', page: 0, turn: 0 }], new Map([['j', jpeg(7)]]), facts);
  expect(Buffer.from(bytes).includes(Buffer.from(jpeg(7)))).toBe(true);
  expect(bytes.length).toBeLessThan(jpeg(7).length + 2000);
});

test('nothing that acts by itself is taken over, what was typed is', async () => {
  const document = await made({ t: await typedPdf() }, [{ fileId: 't', page: 0, turn: 0 }]);
  const bytes = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1');
  expect(bytes).not.toContain('JavaScript');
  expect(bytes).not.toContain('app.alert');
  expect(document.getPage(0).node.has(PDFName.of('AA'))).toBe(false);
  // The field's text is now drawn: its appearance is an object the page draws.
  expect(document.getForm().getFields()).toEqual([]);
  expect(document.getPage(0).node.Resources()?.has(PDFName.of('XObject'))).toBe(true);
});

test('a signed PDF used whole is kept byte for byte; a part of it is not', async () => {
  const signed = Buffer.concat([await scannedPdf(2), Buffer.from('\n% /ByteRange [0 1 2 3]\n')]);
  const pages: SourcePage[] = [0, 1].map((page) => ({ fileId: 'k', page, turn: 0 }));
  const files = new Map<string, Uint8Array>([['k', signed]]);
  expect(Buffer.from(await composePdf(pages, files, facts)).equals(signed)).toBe(true);
  expect(Buffer.from(await composePdf(pages.slice(1), files, facts)).includes('ByteRange')).toBe(false);
});

test('the pictures of a scanned PDF come out as they went in', async () => {
  const shown = await shownPages(await scannedPdf(3, 90), 0, MB);
  expect(shown.map(({ turn }) => turn)).toEqual([90, 90, 90]);
  expect(shown.map(({ picture }) => Buffer.from(picture?.bytes ?? []).equals(jpeg(0)))).toEqual([true, false, false]);
  expect(shown[2]?.picture?.mime).toBe('image/jpeg');
});

test('pages come in portions, at least one each, and end', async () => {
  const file = await scannedPdf(3);
  expect(await shownPages(file, 0, 1)).toHaveLength(1);
  expect(await shownPages(file, 1, jpeg().length * 2 + 10)).toHaveLength(2);
  expect(await shownPages(file, 3, MB)).toEqual([]);
  expect(await shownPages(jpeg(), 1, MB)).toEqual([]);
});

test('a page packed without loss comes out as a PNG of the same dots', async () => {
  const document = await PDFDocument.create();
  const dots = Buffer.from([0, 50, 100, 150, 200, 250]);
  const image = document.context.stream(deflateSync(dots), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 3,
    Height: 2,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  });
  const page = document.addPage([30, 20]);
  page.node.setXObject(PDFName.of('Im'), document.context.register(image));
  page.node.set(
    PDFName.of('Contents'),
    document.context.register(document.context.stream('q 30 0 0 20 0 0 cm /Im Do Q')),
  );
  const [shown] = await shownPages(await document.save(), 0, MB);
  expect(shown?.picture?.mime).toBe('image/png');
  const bytes = Buffer.from(shown?.picture?.bytes ?? []);
  const length = bytes.readUInt32BE(33);
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  expect([...rows]).toEqual([0, 0, 50, 100, 0, 150, 200, 250]);
});

test.each([
  ['mirrored', 'q -30 0 0 20 0 0 cm /Im Do Q'],
  ['turned', 'q 0 30 -20 0 0 0 cm /Im Do Q'],
  ['drawn twice', 'q 30 0 0 20 0 0 cm /Im Do /Im Do Q'],
  ['beside a line', 'q 30 0 0 20 0 0 cm /Im Do Q 0 0 m 9 9 l S'],
  ['not drawn', 'q Q'],
])('a picture %s is no page to show alone', async (_how, drawing) => {
  const document = await PDFDocument.create();
  const page = document.addPage([30, 20]);
  const image = await document.embedJpg(jpeg());
  page.node.setXObject(PDFName.of('Im'), image.ref);
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream(drawing)));
  expect((await inspect(await document.save(), 'a')).pages).toEqual([{ turn: 0, picture: false }]);
});
