/** What a file is by its first bytes; its name is never asked. */
export type FileKind = 'pdf' | 'jpeg' | 'png';

/** Formats an officer may meet that cannot be taken, told apart so that the answer can say what to do. */
export type ForeignKind = 'tiff' | 'bmp' | 'webp' | 'gif' | 'heic';

const starts: readonly (readonly [FileKind | ForeignKind, number, readonly number[]])[] = [
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', 0, [0x42, 0x4d]],
  ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['heic', 4, [0x66, 0x74, 0x79, 0x70]],
];

/** How far into a file the mark of a PDF may stand: some scanners write a header of their own before it. */
const PDF_WITHIN = 1024;
const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** @returns null where the bytes are none of these */
export function fileKind(bytes: Uint8Array): FileKind | ForeignKind | null {
  for (const [kind, offset, mark] of starts) if (standsAt(bytes, mark, offset)) return kind;
  const last = Math.min(PDF_WITHIN, bytes.length - PDF_MARK.length);
  for (let at = 0; at <= last; at += 1) if (standsAt(bytes, PDF_MARK, at)) return 'pdf';
  return null;
}

export function isTaken(kind: FileKind | ForeignKind | null): kind is FileKind {
  return kind === 'pdf' || kind === 'jpeg' || kind === 'png';
}

function standsAt(bytes: Uint8Array, mark: readonly number[], offset: number): boolean {
  return mark.every((byte, at) => bytes[offset + at] === byte);
}
