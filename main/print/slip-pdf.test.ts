import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { mau01, type Mau01Input } from '../../domain/form/mau-01.ts';
import { crowded, samples, usual } from '../../domain/form/mau-01-examples.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { layoutSlip, type SheetMode } from '../../renderer/print/layout.ts';
import type { SlipNode } from '../../renderer/print/slip-node.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import { createChromiumPrinter } from './chromium-pdf.ts';
import { findBrowser } from './find-browser.ts';
import { slipAssets } from './slip-assets.ts';

/** Slips through a real Chromium, read back from the PDF and from its picture with tools that know nothing of them. */

const folder = mkdtempSync(join(tmpdir(), 'slips-'));
const printer = createChromiumPrinter({ executablePath: findBrowser(), asRoot: process.getuid?.() === 0 });

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true });
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

interface Made {
  readonly file: string;
  readonly text: string;
  readonly pages: number;
}

async function make(name: string, input: Mau01Input, mode: SheetMode): Promise<Made> {
  const tree = layoutSlip(mau01Template, mau01(input), mode);
  const file = join(folder, `${name}-${mode}.pdf`);
  writeFileSync(file, await printer.pdf(toHtml(tree, slipAssets()), tree.paper));
  return { file, text: tree.sheets.map(textOf).join(''), pages: tree.sheets.length };
}

function textOf(node: SlipNode): string {
  if (typeof node === 'string') return node;
  return node.tag === 'svg' ? '' : node.children.map(textOf).join('');
}

const run = (program: string, ...words: string[]): string => execFileSync(program, words, { encoding: 'utf8' });
const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');
const pdfText = (file: string): string => run('pdftotext', '-raw', file, '-');
const size = (file: string): string => /Page size:\s+(.*)/.exec(run('pdfinfo', file))?.[1] ?? '';
const millimetres = (file: string): readonly number[] =>
  (size(file).match(/[\d.]+/g) ?? []).slice(0, 2).map((points) => Math.round((Number(points) * 25.4) / 72));

function picture(file: string, dpi: number): Uint8Array<ArrayBuffer> {
  run('pdftoppm', '-r', String(dpi), '-gray', '-png', '-singlefile', file, file);
  return new Uint8Array(readFileSync(`${file}.png`));
}

describe.each(Object.entries(samples))('%s', (name, input) => {
  test('every word of the fields is in the PDF, with all its marks, in order', { timeout: 30_000 }, async () => {
    const { file, text } = await make(name, input, 'copies');
    expect(withoutSpaces(pdfText(file))).toBe(withoutSpaces(text));
  });
});

test('fonts are embedded, and all of them are Tinos', { timeout: 30_000 }, async () => {
  const { file } = await make('fonts', usual, 'print');
  const rows = run('pdffonts', file).trim().split('\n').slice(2);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    expect(row).toMatch(/^[A-Z]{6}\+Tinos-(Regular|Bold|Italic) +CID TrueType +Identity-H +yes yes yes/);
});

test('paper is A5 or A4 turned, one PDF page a sheet', { timeout: 30_000 }, async () => {
  for (const input of [usual, crowded]) {
    const a5 = await make('size', input, 'copies');
    const a4 = await make('size', input, 'print');
    expect(millimetres(a5.file)).toEqual([148, 210]);
    expect(millimetres(a4.file)).toEqual([297, 210]);
    expect(run('pdfinfo', a5.file)).toMatch(new RegExp(`Pages: +${a5.pages}\n`));
    expect(run('pdfinfo', a4.file)).toMatch(new RegExp(`Pages: +${a4.pages}\n`));
  }
});

test.each([
  ['usual', 200],
  ['usual', 300],
  ['copy', 200],
  ['crowded', 200],
] as const)('barcode and QR of %s are read from the picture at %d dpi', { timeout: 30_000 }, async (name, dpi) => {
  const input = samples[name];
  const { file } = await make(`codes-${dpi}`, input, 'first');
  const read = await readBarcodes(picture(file, dpi), { formats: ['Code128', 'QRCode'], tryHarder: true });
  expect(read.map((code) => `${code.format} ${code.text}`).toSorted()).toEqual([
    `Code128 ${input.code.text}`,
    `QRCode ${input.qr}`,
  ]);
});

test('the PDF says what it is: tagged, titled, in Vietnamese', { timeout: 30_000 }, async () => {
  const { file } = await make('tagged', usual, 'first');
  const info = run('pdfinfo', file);
  expect(info).toMatch(/Tagged: +yes/);
  expect(info).toMatch(/JavaScript: +no/);
  expect(info).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả H20.57-261123-0304');
});
