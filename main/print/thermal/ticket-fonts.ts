import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TicketFont } from '../../../renderer/print/thermal/ticket-html.ts';
import { fontParts } from '../slip-assets.ts';

const weights = [500, 600, 700] as const;
const fileOf = (part: string, weight: number): string => `ibm-plex-sans-${part}-${weight}-normal.woff2`;

/** Files of the build's slip folder. */
export const ticketFontFiles: readonly string[] = weights.flatMap((weight) =>
  fontParts.map(({ name }) => fileOf(name, weight)),
);

let loaded: readonly TicketFont[] | null = null;

/** The faces of tickets: from the build's `slip` folder, or from the font package. Read once. */
export function ticketFonts(): readonly TicketFont[] {
  loaded ??= read(folderOf(import.meta.dirname));
  return loaded;
}

function folderOf(here: string): string {
  const built = join(here, '..', 'slip');
  if (existsSync(join(built, fileOf('latin', 500)))) return built;
  return join(dirname(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json')), 'files');
}

function read(folder: string): readonly TicketFont[] {
  return weights.flatMap((weight) =>
    fontParts.map(({ name, range }): TicketFont => {
      const bytes = readFileSync(join(folder, fileOf(name, weight)));
      return { weight, range, url: `data:font/woff2;base64,${bytes.toString('base64')}` };
    }),
  );
}
