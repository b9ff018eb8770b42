import { PIECE_BYTES } from '../../contract/desk/piece-size.ts';
import type { CallOutput } from '../../contract/desk.ts';
import type { TestDesk } from './test-desk.ts';

/** Sends a file to the desk by pieces, as the page does. @throws what the desk refuses it with */
export async function sendFile(
  desk: Pick<TestDesk, 'call'>,
  bytes: Uint8Array,
  file: { name?: string; madeFrom?: 'scanner' | 'file' | 'camera' } = {},
): Promise<CallOutput<'digitise.finish'>> {
  const { name = 'anh.jpg', madeFrom = 'file' } = file;
  const { intake } = await desk.call('digitise.begin', { name, bytes: bytes.length, madeFrom });
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const piece = Buffer.from(bytes.subarray(offset, offset + PIECE_BYTES)).toString('base64url');
    await desk.call('digitise.append', { intake, offset, piece });
  }
  return desk.call('digitise.finish', { intake });
}
