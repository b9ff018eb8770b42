import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Bitmap } from '../../main/print/thermal/bitmap.ts';
import { pictureFolder } from './pictures.ts';

/** Whether there is a black dot. */
export function dotAt({ width, bits }: Bitmap, x: number, y: number): boolean {
  return (((bits[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
}

/** The dots as a picture: what the head burns into the paper, and nothing between black and white. */
export function pictureOfDots(bitmap: Bitmap): PNG {
  const picture = new PNG({ width: bitmap.width, height: bitmap.height });
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const at = (y * bitmap.width + x) * 4;
      picture.data.fill(dotAt(bitmap, x, y) ? 0 : 255, at, at + 3);
      picture.data[at + 3] = 255;
    }
  }
  return picture;
}

export const ticketFile = (name: string): string => join(pictureFolder, `${name}.png`);

export function keptTicket(name: string): PNG {
  return PNG.sync.read(readFileSync(ticketFile(name)));
}
