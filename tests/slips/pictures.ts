import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { z } from 'zod';

/**
 * Pictures of slips, kept to be compared with (decision 23): 100 dpi, grey. What Chromium draws changes with its
 * version, so pictures are only held against each other where they were made by the same one; the text read back from
 * the PDF is what decides everywhere.
 */

export const pictureFolder = join(import.meta.dirname, 'pictures');
const DPI = 100;
const GREY_STEP = 17;
/** Levels of grey by which a pixel may be off before it counts as another. */
const TOLERANCE = 24;
/** Most of a page's pixels that may differ. */
export const MOST_DIFFERENT = 0.002;

/** The usual slip of every form, and those with marks, second pages and long names. */
export const pictured: readonly string[] = [
  'mau-01-usual',
  'mau-01-copy',
  'mau-02-usual',
  'mau-02-crowded',
  'mau-03-usual',
  'mau-04-usual',
  'mau-05-usual',
  'mau-06-usual',
  'mau-06-crowded',
  'mau-07-usual',
  'handover-list-usual',
  'guidance-sheet-usual',
  'day-close-usual',
  'cash-list-usual',
];

const madeWithSchema = z.strictObject({ chromium: z.string(), poppler: z.string() });
export type MadeWith = z.infer<typeof madeWithSchema>;

/** With what the kept pictures were made. */
export function keptWith(): MadeWith {
  return madeWithSchema.parse(JSON.parse(readFileSync(join(pictureFolder, 'made-with.json'), 'utf8')));
}

/** What is installed here; empty where a program does not say. */
export function madeHereWith(browser: string): MadeWith {
  return { chromium: versionOf(browser, '--version'), poppler: versionOf('pdftoppm', '-v') };
}

function versionOf(program: string, word: string): string {
  const { stdout, stderr } = spawnSync(program, [word], { encoding: 'utf8', timeout: 10_000 });
  // Poppler tells it where errors go.
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? /version (\d+(\.\d+)+)/.exec(stderr)?.[1] ?? '';
}

/** The pages of a PDF as grey pictures. Writes them beside it. */
export function picturesOf(pdf: string): readonly PNG[] {
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-png', pdf, `${pdf}-page`]);
  const pages = readdirSync(dirname(pdf))
    .map((name) => join(dirname(pdf), name))
    .filter((file) => file.startsWith(`${pdf}-page-`))
    .toSorted();
  return pages.map((file) => PNG.sync.read(readFileSync(file)));
}

/** The kept pictures of a slip, page by page. */
export function keptOf(name: string): readonly PNG[] {
  return readdirSync(pictureFolder)
    .filter((file) => file.startsWith(`${name}-`) && /^-\d+\.png$/.test(file.slice(name.length)))
    .toSorted()
    .map((file) => PNG.sync.read(readFileSync(join(pictureFolder, file))));
}

export const pictureFile = (name: string, page: number): string =>
  join(pictureFolder, `${name}-${String(page).padStart(2, '0')}.png`);

/** A picture in sixteen greys: enough to be looked at and compared, and a good deal smaller. */
export function smaller(picture: PNG): Buffer {
  const coarse = new PNG({ width: picture.width, height: picture.height });
  picture.data.forEach((level, at) => {
    coarse.data[at] = Math.round(level / GREY_STEP) * GREY_STEP;
  });
  return PNG.sync.write(coarse, { colorType: 0, inputColorType: 6, deflateLevel: 9 });
}

/** Share of pixels that differ, 0 to 1; 1 where the sizes do. */
export function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const pixels = a.width * a.height;
  let differing = 0;
  for (let at = 0; at < pixels * 4; at += 4) {
    // Grey: one channel stands for all.
    if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > TOLERANCE) differing += 1;
  }
  return differing / pixels;
}
