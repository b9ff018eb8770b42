import { printedOn } from './correction.ts';
import type { Bilingual } from '../text.ts';
import type { DossierView, SlipView } from './view.ts';

/** What a slip in somebody's hand is worth now (phiếu còn giá trị, đã bị thay, chưa in lại). */
export type SlipStanding =
  | { readonly kind: 'holds' }
  /** Replaced; null where a settlement set it aside and none holds in its place. */
  | { readonly kind: 'replaced'; readonly by: SlipView | null; readonly since: number; readonly because: string }
  /** The dossier was corrected since and no new slip was made yet. */
  | { readonly kind: 'outdated'; readonly since: number; readonly because: string };

type Known = Pick<DossierView, 'slips' | 'story' | 'corrections'>;

/** @returns times in milliseconds since 1970-01-01T00:00Z, as the story shows them */
export function slipStanding(view: Known, slip: SlipView): SlipStanding {
  const at = (eventId: string): number => view.story.find((line) => line.eventId === eventId)?.at ?? 0;
  const place = (eventId: string): number => view.story.findIndex((line) => line.eventId === eventId);
  if (slip.voidedBy !== null) {
    const by = view.slips.find((each) => each.slipId === slip.voidedBy) ?? null;
    const reason = view.corrections.find((each) => each.eventId === by?.about)?.reason ?? '';
    return { kind: 'replaced', by, since: at(by?.eventId ?? slip.eventId), because: reason };
  }
  // A copy says what its original says.
  const original = view.slips.find((each) => each.slipId === slip.copyOf?.slipId) ?? slip;
  const printed: readonly string[] = printedOn[slip.form] ?? [];
  const since = view.corrections.find(
    ({ eventId, fields }) =>
      place(eventId) > place(original.eventId) && fields.some((field) => printed.includes(field)),
  );
  return since === undefined
    ? { kind: 'holds' }
    : { kind: 'outdated', since: at(since.eventId), because: since.reason };
}

/** The slip a QR or a link was printed on: copies carry the secret of the slip they copy. */
export function slipByToken(view: Pick<DossierView, 'slips'>, token: string): SlipView | null {
  return view.slips.find((slip) => slip.token === token && slip.copyOf === null) ?? null;
}

export const slipNames: Readonly<Record<SlipView['form'], Bilingual>> = {
  '01': { vi: 'phiếu hẹn', en: 'receipt slip' },
  '02': { vi: 'phiếu yêu cầu bổ sung', en: 'supplement slip' },
  '03': { vi: 'phiếu từ chối', en: 'refusal slip' },
  '04': { vi: 'văn bản xin lỗi và gia hạn', en: 'apology and extension' },
  '05': { vi: 'thông báo dừng giải quyết', en: 'notice of stopping' },
  '06': { vi: 'phiếu kiểm soát', en: 'control slip' },
};
