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

/** What a printer makes of ESC/POS raster: the pieces of the last ticket in `bytes`, one below the other. */
export function lastPrinted(bytes: Uint8Array): Bitmap {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = all.lastIndexOf(Buffer.from([0x1b, 0x40])) + 2;
  const pieces: Buffer[] = [];
  let width = 0;
  while (all[at] === 0x1d && all[at + 1] === 0x76) {
    const row = all.readUInt16LE(at + 4);
    const end = at + 8 + row * all.readUInt16LE(at + 6);
    width = row * 8;
    pieces.push(all.subarray(at + 8, end));
    at = end;
  }
  const bits = Buffer.concat(pieces);
  return { width, height: bits.length / (width / 8), bits };
}
