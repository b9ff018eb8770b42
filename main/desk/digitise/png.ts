import { crc32 } from 'node:zlib';

/** Dots of a grey (1) or coloured (3) picture, 8 bits each, or black and white at 1 bit. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly colours: 1 | 3;
  readonly bits: number;
}

/** Bytes of one row. */
export function rowBytes({ width, colours, bits }: Shape): number {
  return Math.ceil((width * colours * bits) / 8);
}

/** Width and height a PNG says of itself; null where it begins otherwise. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 33));
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** A PNG of unpacked dots, rows without padding. */
export function png(shape: Shape, dots: Uint8Array, deflate: (rows: Uint8Array) => Uint8Array): Uint8Array {
  const row = rowBytes(shape);
  const rows = Buffer.alloc((row + 1) * shape.height);
  // Each row begins with the number of its filter: 0, none.
  for (let y = 0; y < shape.height; y += 1) rows.set(dots.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return pngOfStream(shape, deflate(rows));
}

/** A PNG whose packed rows are already as PNG wants them. */
export function pngOfStream(shape: Shape, stream: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(shape.width, 0);
  head.writeUInt32BE(shape.height, 4);
  head[8] = shape.bits;
  head[9] = shape.colours === 3 ? 2 : 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', stream),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
