import { PIECE_BYTES } from '../../contract/desk/piece-size.ts';
import type { CallOutput } from '../../contract/desk.ts';
import { fromBase64url, toBase64url } from '../app/base64url.ts';
import { desk } from '../app/desk-client.ts';

export type MadeFrom = 'scanner' | 'file' | 'camera';
type Waiting = CallOutput<'digitise.finish'>;
type Shown = CallOutput<'digitise.part'>['pages'][number];

/** Sends a file to the desk piece by piece. @throws DeskProblem LT-03, SH-01 … SH-05, SH-11 */
export async function sendFile(file: Blob, name: string, madeFrom: MadeFrom): Promise<Waiting> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { intake } = await desk('digitise.begin', { name, bytes: bytes.length, madeFrom });
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const piece = toBase64url(bytes.subarray(offset, offset + PIECE_BYTES));
    await desk('digitise.append', { intake, offset, piece });
  }
  return desk('digitise.finish', { intake });
}

/** Every page of a waiting scan, portion by portion. @throws DeskProblem SH-05, SH-09, SH-11 */
export async function pagesOfScan(fileId: string): Promise<Shown[]> {
  const pages: Shown[] = [];
  for (let from: number | null = 0; from !== null;) {
    const part: CallOutput<'digitise.part'> = await desk('digitise.part', { fileId, from });
    pages.push(...part.pages);
    from = part.next;
  }
  return pages;
}

export function pictureBlob({ picture }: Shown): Blob | null {
  return picture === null ? null : new Blob([fromBase64url(picture.bytes)], { type: picture.mime });
}
