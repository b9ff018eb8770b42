import { inflateSync } from 'node:zlib';

/**
 * A few kilobytes can be packed so that they unpack to more than this machine holds. pdf-lib unpacks object and
 * cross-reference streams while it opens a file, whole and in JavaScript; so their size is found out before, natively
 * and with a limit. Pictures are not unpacked by it, and not here.
 */

/** Objects of 200 scanned pages take some hundred kilobytes. */
const MOST_UNPACKED = 32_000_000;

/** @returns whether a stream that is unpacked on opening is packed in an unusual way, or beyond the limit */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const head = file.subarray(objectStart(file, at), at).toString('latin1');
    // A name may be written with escapes: what could be one of these counts as one.
    if (!/ObjStm|XRef|#/.test(head) || (/\/Image\b/.test(head) && !/ObjStm|XRef/.test(head))) continue;
    if (unpacksTooLarge(file, at, head)) return true;
  }
  return false;
}

function unpacksTooLarge(file: Buffer, at: number, head: string): boolean {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/.exec(head)?.[1]?.replace(/[[\]\s]/g, '') ?? '';
  if (filter === '') return false;
  if (filter !== '/FlateDecode' && filter !== '/Fl') return true;
  const lineEnd = file[at + 6] === 0x0d ? 2 : 1;
  try {
    inflateSync(file.subarray(at + 6 + lineEnd), { maxOutputLength: MOST_UNPACKED });
    return false;
  } catch (error) {
    // Damaged otherwise: that is told when it is opened.
    return (
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    );
  }
}

/** Where the object before this place begins: after the end of the one before it. */
function objectStart(file: Buffer, at: number): number {
  return Math.max(0, file.lastIndexOf('endobj', at), file.lastIndexOf('endstream', at - 1));
}
