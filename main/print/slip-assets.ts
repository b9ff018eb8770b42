import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SlipAssets, SlipFont } from '../../renderer/print/to-html.ts';

/** Later ranges win where two hold a character, so the plain letters come last. From the package's unicode.json. */
export const fontParts = [
  {
    name: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    name: 'vietnamese',
    range:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  },
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
] as const;

const faces = [
  { weight: 400, style: 'normal' },
  { weight: 700, style: 'normal' },
  { weight: 400, style: 'italic' },
] as const;

/** Files of the build's slip folder, besides slip.css. */
export const slipFontFiles: readonly string[] = faces.flatMap((face) =>
  fontParts.map((part) => fileOf(part.name, face)),
);

let loaded: SlipAssets | null = null;

/** Style and fonts of slips: from the build's `slip` folder, or from the sources and the font package. Read once. */
export function slipAssets(): SlipAssets {
  loaded ??= read(foldersOf(import.meta.dirname));
  return loaded;
}

interface Folders {
  readonly style: string;
  readonly fonts: string;
}

function foldersOf(here: string): Folders {
  const built = join(here, '..', 'slip');
  if (existsSync(join(built, 'slip.css'))) return { style: built, fonts: built };
  const tinos = dirname(createRequire(import.meta.url).resolve('@fontsource/tinos/package.json'));
  return { style: join(here, '..', '..', 'renderer', 'print'), fonts: join(tinos, 'files') };
}

function read({ style, fonts }: Folders): SlipAssets {
  return {
    css: readFileSync(join(style, 'slip.css'), 'utf8'),
    fonts: faces.flatMap((face) =>
      fontParts.map((part): SlipFont => {
        const bytes = readFileSync(join(fonts, fileOf(part.name, face)));
        return { ...face, range: part.range, url: `data:font/woff2;base64,${bytes.toString('base64')}` };
      }),
    ),
  };
}

function fileOf(part: string, face: { readonly weight: number; readonly style: string }): string {
  return `tinos-${part}-${face.weight}-${face.style}.woff2`;
}
