import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { slipCases, type SlipCase } from '../../tests/slips/cases.ts';
import {
  difference,
  keptOf,
  keptWith,
  madeHereWith,
  MOST_DIFFERENT,
  pictured,
  picturesOf,
} from '../../tests/slips/pictures.ts';
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

const named = (name: string): SlipCase => {
  const found = slipCases.find((slip) => slip.name === name);
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};

const made = new Map<string, Promise<Made>>();
/** Each PDF is made once, whatever is looked at in it. */
function make(slip: SlipCase, mode: SheetMode): Promise<Made> {
  const key = `${slip.name}-${mode}`;
  const one = made.get(key) ?? makeNew(slip, mode);
  made.set(key, one);
  return one;
}

async function makeNew({ name, template, values }: SlipCase, mode: SheetMode): Promise<Made> {
  const tree = layoutSlip(template, values, mode);
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

describe.each(slipCases.map((slip) => [slip.name, slip] as const))('%s', (_, slip) => {
  test('every word is in the PDF, with all its marks, in order', { timeout: 30_000 }, async () => {
    const { file, text } = await make(slip, 'first');
    const read = withoutSpaces(pdfText(file));
    expect(read).toBe(withoutSpaces(text));
    for (const value of valuesOf(slip)) expect(read).toContain(withoutSpaces(value));
  });
});

/** What stands in each field and cell. */
function valuesOf({ values }: SlipCase): readonly string[] {
  return [...Object.values(values.texts), ...Object.values(values.tables).flat(2)];
}

const here = madeHereWith(findBrowser() ?? '');
const kept = keptWith();
const isSameChromium = here.chromium === kept.chromium;
if (!isSameChromium) {
  process.stderr.write(
    `Slips: kept pictures are of Chromium ${kept.chromium}, this is ${here.chromium}; sizes only.\n`,
  );
}

test.each(pictured)('%s looks as it was kept', { timeout: 30_000 }, async (name) => {
  const { file } = await make(named(name), 'first');
  const pages = picturesOf(file);
  const before = keptOf(name);
  expect(pages.map(({ width, height }) => [width, height])).toEqual(before.map(({ width, height }) => [width, height]));
  const differences = isSameChromium ? pages.map((page, index) => difference(page, before[index] ?? page)) : [];
  for (const share of differences) expect(share).toBeLessThanOrEqual(MOST_DIFFERENT);
});

test('fonts are embedded, and all of them are Tinos', { timeout: 30_000 }, async () => {
  const { file } = await make(named('mau-01-usual'), 'print');
  const rows = run('pdffonts', file).trim().split('\n').slice(2);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    expect(row).toMatch(/^[A-Z]{6}\+Tinos-(Regular|Bold|Italic) +CID TrueType +Identity-H +yes yes yes/);
});

test.each([
  ['mau-01-usual', 'copies', 148, 210],
  ['mau-01-usual', 'print', 297, 210],
  ['mau-01-crowded', 'copies', 148, 210],
  ['mau-01-crowded', 'print', 297, 210],
  ['mau-06-crowded', 'print', 297, 210],
  ['handover-list-usual', 'print', 297, 210],
] as const)(
  '%s as %s is on paper %d × %d, one PDF page a sheet',
  { timeout: 30_000 },
  async (name, mode, width, height) => {
    const { file, pages } = await make(named(name), mode);
    expect(millimetres(file)).toEqual([width, height]);
    expect(run('pdfinfo', file)).toMatch(new RegExp(`Pages: +${pages}\n`));
  },
);

test.each([
  ['mau-01-usual', 200],
  ['mau-01-usual', 300],
  ['mau-01-copy', 200],
  ['mau-01-crowded', 200],
  ['mau-02-usual', 200],
  ['mau-06-usual', 200],
  ['mau-06-crowded', 200],
  ['handover-list-usual', 200],
] as const)('barcode and QR of %s are read from the picture at %d dpi', { timeout: 30_000 }, async (name, dpi) => {
  const slip = named(name);
  const { file } = await make(slip, 'first');
  const read = await readBarcodes(picture(file, dpi), { formats: ['Code128', 'QRCode'], tryHarder: true });
  const { barcode, qr } = slip.values.codes;
  const drawn = [...(barcode === '' ? [] : [`Code128 ${barcode}`]), `QRCode ${qr}`];
  expect(read.map((code) => `${code.format} ${code.text}`).toSorted()).toEqual(drawn);
});

test('the PDF says what it is: tagged, titled, in Vietnamese', { timeout: 30_000 }, async () => {
  const { file } = await make(named('mau-01-usual'), 'first');
  const info = run('pdfinfo', file);
  expect(info).toMatch(/Tagged: +yes/);
  expect(info).toMatch(/JavaScript: +no/);
  expect(info).toContain('Giấy tiếp nhận hồ sơ và hẹn trả kết quả H20.57-261123-0304');
});
