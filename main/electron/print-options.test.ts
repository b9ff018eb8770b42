import { expect, test } from 'vitest';
import { paperOptions, pdfOptions } from './print-options.ts';

const a4 = { widthMm: 210, heightMm: 297, landscape: true };

test('A4 lying is asked for in inches for the PDF, with no margin and no scaling', () => {
  const options = pdfOptions(a4, true);
  expect(options).toMatchObject({ landscape: true, scale: 1, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
  expect(options.pageSize).toEqual({ width: 210 / 25.4, height: 297 / 25.4 });
});

test('A4 lying is asked for in microns on paper, silently, on the printer named', () => {
  expect(paperOptions(a4, { printerName: 'Brother_1', copies: 2 })).toMatchObject({
    silent: true,
    deviceName: 'Brother_1',
    pageSize: { width: 210_000, height: 297_000 },
    landscape: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    copies: 2,
  });
});

test('with no printer named the system’s own is left to choose', () => {
  expect(Object.keys(paperOptions(a4, {}))).not.toContain('deviceName');
});
