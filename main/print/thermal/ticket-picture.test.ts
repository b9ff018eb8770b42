import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { difference, keptWith, madeHereWith, MOST_DIFFERENT } from '../../../tests/slips/pictures.ts';
import { ticketCases, type TicketCase } from '../../../tests/slips/ticket-cases.ts';
import { dotAt, keptTicket, pictureOfDots } from '../../../tests/slips/ticket-pictures.ts';
import { paperDots } from '../../../renderer/print/thermal/paper.ts';
import { testPageHtml, ticketHtml } from '../../../renderer/print/thermal/ticket-html.ts';
import { createChromiumPrinter } from '../chromium-pdf.ts';
import { findBrowser } from '../find-browser.ts';
import { bitmapOf, type Bitmap } from './bitmap.ts';
import { ticketFonts } from './ticket-fonts.ts';

/** Tickets through a real Chromium into the very dots that are sent to the printer, and read back from those. */

const printer = createChromiumPrinter({ executablePath: findBrowser(), asRoot: process.getuid?.() === 0 });
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true });
});
afterAll(() => printer.close());

const drawn = new Map<string, Promise<Bitmap>>();
function draw({ name, ticket, width }: TicketCase): Promise<Bitmap> {
  const one =
    drawn.get(name) ?? printer.picture(ticketHtml(ticket, width, ticketFonts()), paperDots[width]).then(bitmapOf);
  drawn.set(name, one);
  return one;
}

async function codesIn(bitmap: Bitmap): Promise<readonly string[]> {
  const found = await readBarcodes(new Uint8Array(PNG.sync.write(pictureOfDots(bitmap))), { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}

const here = madeHereWith(findBrowser() ?? '').chromium;

test.each(ticketCases.map((one) => [one.name, one] as const))(
  '%s: as wide as the head, as it was kept, its code read back',
  { timeout: 30_000 },
  async (name, one) => {
    const bitmap = await draw(one);
    expect(bitmap.width).toBe(paperDots[one.width]);
    expect(bitmap.bits).toHaveLength((bitmap.width / 8) * bitmap.height);
    expect(await codesIn(bitmap)).toEqual(one.ticket.url === null ? [] : [one.ticket.url]);
    const kept = keptTicket(name);
    expect(bitmap.width).toBe(kept.width);
    // Another Chromium draws letters a little differently: then only the size is held against the kept picture.
    const share = here === keptWith().chromium ? difference(pictureOfDots(bitmap), kept) : 0;
    expect(share).toBeLessThanOrEqual(MOST_DIFFERENT);
  },
);

test('nothing touches the edges of the paper, however long the words are', { timeout: 30_000 }, async () => {
  const touching: string[] = [];
  for (const one of ticketCases) {
    const bitmap = await draw(one);
    for (let y = 0; y < bitmap.height; y += 1) {
      for (const x of [0, 4, 8, bitmap.width - 9, bitmap.width - 5, bitmap.width - 1]) {
        if (dotAt(bitmap, x, y)) touching.push(`${one.name} at ${x}, ${y}`);
      }
    }
  }
  expect(touching).toEqual([]);
});

test('no text is under 25 dots or weight 500', () => {
  for (const { ticket, width } of ticketCases) {
    const fonts = ticketHtml(ticket, width, []).matchAll(/font:(\d+) (\d+)px\/(\d+)px/g);
    const found = [...fonts].map(([, weight, size, line]) => [Number(weight), Number(size), Number(line)] as const);
    expect(found.length).toBeGreaterThan(5);
    for (const [weight, size, line] of found) {
      expect(weight).toBeGreaterThanOrEqual(500);
      expect(size).toBeGreaterThanOrEqual(25);
      // The number has no mark above it.
      expect(line / size).toBeGreaterThanOrEqual(weight === 700 ? 1.1 : 1.27);
    }
  }
});

test('what a ticket says cannot become markup', () => {
  const [one] = ticketCases;
  if (one === undefined) throw new Error('no ticket');
  const html = ticketHtml({ ...one.ticket, field: '</style><script>&"\'' }, 80, []);
  expect(html).toContain('&lt;/style&gt;&lt;script&gt;&amp;&quot;&#39;');
  expect(html).not.toContain('<script>');
});

test('the test page reaches both edges and has a code', { timeout: 30_000 }, async () => {
  for (const width of [80, 58] as const) {
    const html = testPageHtml('Trung tâm', '/dev/usb/lp0', width, ticketFonts());
    const bitmap = bitmapOf(await printer.picture(html, paperDots[width]));
    expect(await codesIn(bitmap)).toEqual(['QMC-TEST']);
    const rows = Array.from({ length: bitmap.height }, (_, y) => y);
    expect(rows.some((y) => dotAt(bitmap, 0, y) && dotAt(bitmap, bitmap.width - 1, y))).toBe(true);
  }
});

test.each(['', 'not a picture', '\u0089PNG\r\n\u001a\n'])('%j is no picture', (text) => {
  expect(() => bitmapOf(Buffer.from(text, 'latin1'))).toThrow(RangeError);
});
