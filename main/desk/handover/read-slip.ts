import { readCardQr } from '../../../domain/citizen/card-qr.ts';
import { parseDossierCode } from '../../../domain/dossier/code.ts';
import type { SeenOnSlip } from '../../../domain/dossier/events/handover.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { decodeSlipQr } from '../../../domain/form/slip-qr.ts';
import { readBatchCode } from '../../../domain/handover/batch.ts';
import { decodeBatchQr, type BatchQr } from '../../../domain/handover/batch-qr.ts';
import type { Store } from '../../store/store.ts';

/** What a scanned or typed text means to a handover. */
export type Read =
  | { readonly kind: 'list-qr'; readonly qr: BatchQr }
  | { readonly kind: 'list-code'; readonly code: string }
  | {
      readonly kind: 'dossier';
      readonly id: string;
      readonly view: DossierView | null;
      /** The slip's facts, where this desk never heard of the dossier. */
      readonly seen: SeenOnSlip | null;
      /** Secret of the slip, where its QR was read. */
      readonly token: string | null;
    }
  | { readonly kind: 'unknown'; readonly found: string; readonly like: 'code' | 'list' | 'card' | 'text' };

/** @param expected which of several dossiers with the same four digits is meant: one that is due or coming here */
export function readSlip(
  store: Pick<Store, 'dossiers' | 'unheard'>,
  raw: string,
  expected: (view: DossierView) => boolean,
): Read {
  const text = raw.trim();
  const qr = decodeBatchQr(text);
  if (qr !== null) return { kind: 'list-qr', qr };
  const code = readBatchCode(text);
  if (code !== null) return { kind: 'list-code', code };
  const slip = decodeSlipQr(text);
  if (slip !== null) {
    const { dossierId: id, procedure, due, signature } = slip;
    const view = store.dossiers.get(id);
    const seen = view === null ? { code: slip.code, procedure, due, signature } : null;
    return { kind: 'dossier', id, view, seen, token: slip.token };
  }
  if (/^\d{1,4}$/.test(text)) {
    const fitting = store.dossiers.search(text, 50).filter(expected);
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1)
      return { kind: 'dossier', id: only.id, view: only, seen: null, token: null };
    return { kind: 'unknown', found: text, like: 'code' };
  }
  const view = store.dossiers.byCode(text);
  if (view !== null) return { kind: 'dossier', id: view.id, view, seen: null, token: null };
  const row = store.unheard.byCode(text.toUpperCase());
  if (row !== null) {
    const { code: printed, procedureCode: procedure, due, signature } = row;
    return {
      kind: 'dossier',
      id: row.dossierId,
      view: null,
      seen: { code: printed, procedure, due, signature },
      token: null,
    };
  }
  const isCard = readCardQr(raw).kind !== 'not-a-card';
  const like = isCard ? 'card' : parseDossierCode(text).kind === 'other' ? 'text' : 'code';
  return { kind: 'unknown', found: isCard ? '' : text.slice(0, 80), like };
}
