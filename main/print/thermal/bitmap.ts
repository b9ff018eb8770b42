import { inflateSync } from 'node:zlib';

/** Black dots on white, a bit a dot, most significant bit first, each row whole bytes: as a thermal head takes them. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** Darker than this is a dot. */
const BLACK_BELOW = 128;

/**
 * A PNG as Chromium writes it (8 bits, RGB or RGBA, not interlaced), in pure black; what is white at its end is left off.
 * @throws RangeError where it is another kind of PNG, or no whole one
 */
export function bitmapOf(png: Uint8Array): Bitmap {
  const { width, height, channels, rows } = pixelsOf(png);
  const bytes = Math.ceil(width / 8);
  const bits = new Uint8Array(bytes * height);
  let last = -1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * channels;
      if (luminance(rows, at, channels) >= BLACK_BELOW) continue;
      const byte = y * bytes + (x >> 3);
      bits[byte] = (bits[byte] ?? 0) | (0x80 >> (x & 7));
      last = y;
    }
  }
  return { width, height: last + 1, bits: bits.subarray(0, bytes * (last + 1)) };
}

/** Of a pixel on white paper, 0 to 255. */
function luminance(rows: Uint8Array, at: number, channels: number): number {
  const alpha = channels === 4 ? (rows[at + 3] ?? 0) / 255 : 1;
  const light = 0.299 * (rows[at] ?? 0) + 0.587 * (rows[at + 1] ?? 0) + 0.114 * (rows[at + 2] ?? 0);
  return light * alpha + 255 * (1 - alpha);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly rows: Uint8Array;
}

function pixelsOf(png: Uint8Array): Pixels {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (file.length < 33 || file.toString('latin1', 1, 4) !== 'PNG') throw new RangeError('not a PNG');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const channels = file[25] === 2 ? 3 : file[25] === 6 ? 4 : null;
  if (file[24] !== 8 || channels === null || file[28] !== 0)
    throw new RangeError('not the kind of PNG Chromium writes');
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const lines = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  if (lines.length !== (stride + 1) * height) throw new RangeError('not a whole PNG');
  return { width, height, channels, rows: unfiltered(lines, stride, height, channels) };
}

/** Undoes the five filters of the PNG specification (§9), row by row. */
function unfiltered(lines: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (rows[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (rows[(y - 1) * stride + x - channels] ?? 0);
      rows[y * stride + x] = (lines[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw new RangeError(`no filter of a PNG: ${filter}`);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
