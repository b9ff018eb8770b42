import type { LocalDateTime } from '../../calendar/civil-date.ts';
import type { CarriedPaper, Override } from './common.ts';
import type { DossierReceived, FeeAtReceipt } from './receipt.ts';

/** Money, mistakes put right, doubles, scans, and two sides settled. */

/** `dossier.feePaid` version 1: a fee was taken after receipt (thu phí, lệ phí). */
export interface DossierFeePaid {
  readonly paymentId: string;
  /** Đồng. */
  readonly amount: number;
  readonly how: 'cash' | 'transfer' | 'online';
  /** Number of the finance receipt (biên lai). */
  readonly receiptNumber: string;
  readonly reference: string;
  readonly office: string;
  readonly counter: string;
  readonly at: LocalDateTime;
}

/** `dossier.feeRefunded` version 1: given back (hoàn trả). */
export interface DossierFeeRefunded {
  readonly paymentId: string;
  readonly amount: number;
  readonly how: 'cash' | 'transfer' | 'online';
  readonly reason: string;
  readonly office: string;
  readonly counter: string;
  readonly at: LocalDateTime;
}

/** What of a receipt may be corrected (đính chính); a field that is not there stays as it was. */
export type Correction = Partial<
  Pick<
    DossierReceived,
    | 'procedure'
    | 'applicant'
    | 'submitter'
    | 'papers'
    | 'sets'
    | 'quantity'
    | 'competentOffice'
    | 'processingUnit'
    | 'resultWay'
    | 'resultAddress'
    | 'land'
    | 'due'
    | 'handoverBy'
    | 'note'
  > & { readonly fee: FeeAtReceipt }
>;

/** `dossier.corrected` version 1: a mistake of the receipt put right, with its reason; slips made before may be void. */
export interface DossierCorrected {
  readonly change: Correction;
  readonly reason: string;
  readonly at: LocalDateTime;
  readonly override: Override | null;
}

/** `dossier.cancelled` version 1: taken back with a reason (hủy), or merged into its double. Nothing disappears. */
export interface DossierCancelled {
  readonly reason: string;
  /** The dossier that goes on; null for a plain cancellation. */
  readonly mergedInto: string | null;
  readonly papersBack: readonly CarriedPaper[];
  readonly at: LocalDateTime;
}

/** `dossier.noted` version 1: a remark for colleagues (ghi chú). */
export interface DossierNoted {
  readonly text: string;
  readonly at: LocalDateTime;
}

/**
 * `dossier.settled` version 1: a person has looked at what did not fit. Events set aside keep standing in the story and
 * have no effect any more; the flags named are closed.
 */
export interface DossierSettled {
  /** Keys of the flags (see `flagKey`). */
  readonly flags: readonly string[];
  readonly setAside: readonly string[];
  /** What of the receipt is right where two corrections differ, or both are kept. */
  readonly change: Correction;
  /** Whether the citizen holds paper that says something else now, and must be told (phải gọi báo). */
  readonly callBack: boolean;
  readonly reason: string;
  readonly at: LocalDateTime;
}

/** `dossier.paperDigitised` version 1: a scan (bản số hóa) was made and vouched for (NĐ 107/2021, TT 01/2023/TT-VPCP). */
export interface DossierPaperDigitised {
  /** SHA-256 of the PDF. */
  readonly fileId: string;
  readonly paperId: string | null;
  readonly title: string;
  readonly documentType: string;
  readonly ownerId: string | null;
  readonly summary: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly scope: string;
  readonly pages: number;
  readonly bytes: number;
  readonly madeFrom: 'scanner' | 'file' | 'camera';
  readonly at: LocalDateTime;
}

/** `dossier.digitisedRemoved` version 1. */
export interface DossierDigitisedRemoved {
  readonly fileId: string;
  readonly reason: string;
  readonly at: LocalDateTime;
}
