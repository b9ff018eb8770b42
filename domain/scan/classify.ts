import { readCardQr, type CardReading } from '../citizen/card-qr.ts';
import { parseDossierCode } from '../dossier/code.ts';
import { decodeSlipQr } from '../form/slip-qr.ts';
import { readBatchCode } from '../handover/batch.ts';
import { decodeBatchQr } from '../handover/batch-qr.ts';

/** What was scanned. `text` is what to show of it. */
export type Scan =
  | { readonly kind: 'card'; readonly text: string; readonly reading: Exclude<CardReading, { kind: 'not-a-card' }> }
  /** The barcode of a slip: `code` in its printed form. */
  | { readonly kind: 'dossier-code'; readonly text: string; readonly code: string }
  /** The QR of a slip: the citizen's page, with what follows it. */
  | { readonly kind: 'slip-qr'; readonly text: string; readonly address: string; readonly dossierId: string | null }
  /** The QR or barcode of a handover list: `code` as its reader takes it. */
  | { readonly kind: 'handover-list'; readonly text: string; readonly code: string }
  | { readonly kind: 'unknown'; readonly text: string };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const ADDRESS = /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w.~:/?#[\]@!$&'()*+,;=%|-]*)?$/i;

/**
 * Says what a scanned text is.
 * @param typed the letters as they arrived
 * @param placed the same keys by their places on a US keyboard: what a typing program or another layout made of a code
 * or an address can be undone by it, since both are ASCII. A card has letters beyond it, so only `typed` counts there.
 */
export function classifyScan(typed: string, placed: string = typed): Scan {
  const text = typed.trim();
  const reading = readCardQr(typed);
  if (reading.kind !== 'not-a-card') return { kind: 'card', text, reading };
  for (const candidate of [text, placed.trim()]) {
    if (parseDossierCode(candidate).kind !== 'other') {
      return { kind: 'dossier-code', text, code: candidate.toUpperCase().replace(/\s/g, '') };
    }
    if (decodeBatchQr(candidate) !== null || readBatchCode(candidate) !== null) {
      return { kind: 'handover-list', text, code: candidate };
    }
    if (ADDRESS.test(candidate)) {
      const dossierId = decodeSlipQr(candidate)?.dossierId ?? UUID.exec(candidate)?.[0].toLowerCase() ?? null;
      return { kind: 'slip-qr', text, address: candidate, dossierId };
    }
  }
  return { kind: 'unknown', text };
}
