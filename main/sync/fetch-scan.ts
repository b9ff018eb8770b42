import { MAX_PIECE_BYTES } from '../../contract/scans.ts';
import { ProblemError } from '../../contract/problems.ts';
import { sha256 } from '../../contract/signing.ts';
import { MOST_BYTES } from '../../domain/digitise/pages.ts';
import { LineDown, ProvinceRefused, type Province } from './province.ts';

/** Pieces that break off are asked for once more; then the person is told. */
const TRIES = 2;

/**
 * A digitised paper the province holds, by pieces, its bytes compared with its hash. The province writes down who fetched it.
 * @throws ProblemError SH-12 not in the dossier, SH-16 not at the province yet, SH-17 no line, SH-09 other bytes
 */
export async function fetchScan(
  province: Province,
  asked: { readonly hash: string; readonly dossierId: string; readonly person: string },
): Promise<Uint8Array> {
  const { hash, dossierId: dossier, person } = asked;
  const pieces: Uint8Array[] = [];
  let at = 0;
  let whole = Number.POSITIVE_INFINITY;
  while (at < whole) {
    const query = new URLSearchParams({ dossier, person, from: String(at) });
    const { headers, body } = await patiently(() => province.bytes('GET', `/v1/scans/${hash}?${query.toString()}`, {}));
    const said = Number(headers.get('x-scan-bytes'));
    const isSound = Number.isSafeInteger(said) && said > 0 && said <= MOST_BYTES && body.length <= MAX_PIECE_BYTES;
    if (!isSound || body.length === 0) throw new ProblemError('DT-02');
    whole = said;
    pieces.push(body);
    at += body.length;
  }
  const bytes = Buffer.concat(pieces);
  if (sha256(bytes) !== hash) throw new ProblemError('SH-09');
  return bytes;
}

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof LineDown && tries < TRIES) continue;
      if (error instanceof LineDown) throw new ProblemError('SH-17', {}, { cause: error });
      if (error instanceof ProvinceRefused) throw new ProblemError(error.code, {}, { cause: error });
      throw error;
    }
  }
}
