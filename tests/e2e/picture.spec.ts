import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import bwip from 'bwip-js/node';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { jpeg } from '../harness/paper-files.ts';
import { expect, test } from '../harness/page.ts';
import { buildPages, type BuiltPages } from './built-pages.ts';

/**
 * A photographed sheet becomes small and stays readable. What a person can read is measured by codes: the lines of the
 * small QR are as thin as the strokes of 10 pt letters.
 */

let pages: BuiltPages;

test.beforeAll(async () => {
  pages = await buildPages();
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true });
});
test.afterAll(() => pages.remove());

test.beforeEach(async ({ page }) => {
  await page.route('https://desk.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    return route.fulfill({ path: join(pages.picture, path === '/' ? 'index.html' : path) });
  });
  await page.goto('https://desk.test/');
});

interface Made {
  readonly before: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly red: number;
  readonly jpeg: string;
}

const CODE = 'H20.57-261123-0304';
const LETTERS = 'Trích lục khai sinh số 214/2026, UBND phường Sa Đéc, tỉnh Đồng Tháp';

async function codes() {
  const address = async (options: Parameters<typeof bwip.toBuffer>[0]): Promise<string> =>
    `data:image/png;base64,${(await bwip.toBuffer(options)).toString('base64')}`;
  const qr = await address({ bcid: 'qrcode', text: LETTERS, scale: 2, paddingwidth: 4, paddingheight: 4 });
  const bars = await address({ bcid: 'code128', text: CODE, scale: 2, height: 10, paddingwidth: 20, paddingheight: 2 });
  // 41 rows and a rim of 2 on each side: 0.4 mm a line, the stroke of a 10 pt letter.
  return [
    { png: qr, x: 15, y: 245, wide: 18 },
    { png: bars, x: 45, y: 250, wide: 85 },
  ];
}

for (const grey of [false, true]) {
  test(`a photograph of 12 megapixels becomes a readable page below 400 KB${grey ? ', in grey' : ''}`, async ({
    page,
  }) => {
    const made: Made = await page.evaluate(
      (asked) => (Reflect.get(globalThis, 'made') as (asked: unknown) => Promise<Made>)(asked),
      { grey, codes: await codes() },
    );
    expect([made.width, made.height]).toEqual([1316, 1754]);
    // The seal is red, or grey where grey was asked for.
    expect(made.red > 100).toBe(!grey);
    expect(made.red).toBeLessThanOrEqual(grey ? 3 : 255);
    expect(made.before).toBeGreaterThan(2_000_000);
    expect(made.bytes).toBeLessThan(400_000);
    test.info().annotations.push({ type: 'bytes', description: `${made.before} → ${made.bytes}` });
    const found = await readBarcodes(new Uint8Array(Buffer.from(made.jpeg, 'base64url')));
    expect(found.map((code) => code.text).toSorted((a, b) => a.localeCompare(b))).toEqual([CODE, LETTERS]);
  });
}

test('a picture held sideways stands upright, and a small one is not enlarged', async ({ page }) => {
  const size = (bytes: Uint8Array): Promise<[number, number]> =>
    page.evaluate(
      (address) => (Reflect.get(globalThis, 'sizeOfSmall') as (address: string) => Promise<[number, number]>)(address),
      `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`,
    );
  expect(await size(jpeg())).toEqual([24, 34]);
  expect(await size(sideways(jpeg()))).toEqual([34, 24]);
});

/** With the mark of a camera held a quarter to the right (EXIF orientation 6). */
function sideways(picture: Uint8Array): Uint8Array {
  const exif = Buffer.from(
    '457869660000' + '49492a0008000000' + '0100' + '1201030001000000' + '06000000' + '00000000',
    'hex',
  );
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([picture.subarray(0, 2), head, exif, picture.subarray(2)]);
}
