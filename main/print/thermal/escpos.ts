import type { Bitmap } from './bitmap.ts';

/**
 * ESC/POS, the part every thermal printer knows: a picture as raster (GS v 0), feed and cut, and the question about its
 * state (DLE EOT). Text is never sent: what the printer's own code pages make of Vietnamese is the reason for pictures.
 */

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** Rows of one piece; printers with little memory lose lines of longer ones. */
const ROWS_A_PIECE = 128;

/** Start, the picture in pieces without a gap, four lines of feed, cut. */
export function ticketBytes(bitmap: Bitmap): Uint8Array {
  const bytes = Math.ceil(bitmap.width / 8);
  const parts: Uint8Array[] = [Uint8Array.of(ESC, 0x40)];
  for (let from = 0; from < bitmap.height; from += ROWS_A_PIECE) {
    const rows = Math.min(ROWS_A_PIECE, bitmap.height - from);
    parts.push(Uint8Array.of(GS, 0x76, 0x30, 0, bytes & 0xff, bytes >> 8, rows & 0xff, rows >> 8));
    parts.push(bitmap.bits.subarray(from * bytes, (from + rows) * bytes));
  }
  parts.push(Uint8Array.of(ESC, 0x64, 4, GS, 0x56, 66, 0));
  return Buffer.concat(parts);
}

/** Asks for the reason it is off line (2) and for its paper (4): a byte each. */
export const statusQuestion: Uint8Array = Uint8Array.of(DLE, EOT, 2, DLE, EOT, 4);
export const STATUS_BYTES = 2;

export type PrinterTrouble = 'paper-out' | 'cover-open' | 'offline' | 'error' | 'not-reached';

/** Reads the two bytes. @returns null: it can print · undefined: no answer of ESC/POS */
export function troubleOf(answer: Uint8Array): PrinterTrouble | null | undefined {
  const [offline, paper] = answer;
  if (offline === undefined || paper === undefined) return undefined;
  // Bits 1 and 4 are set and 0 and 7 clear in every answer.
  if ((offline & 0x93) !== 0x12 || (paper & 0x93) !== 0x12) return undefined;
  if ((paper & 0x60) !== 0 || (offline & 0x20) !== 0) return 'paper-out';
  if ((offline & 0x04) !== 0) return 'cover-open';
  return (offline & 0x40) === 0 ? null : 'error';
}
