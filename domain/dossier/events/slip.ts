/** Forms that are issued for a dossier (mẫu, TT 03/2025/TT-VPCP, Phụ lục I). */
export type DossierForm = '01' | '02' | '03' | '04' | '05' | '06';

/** `dossier.slipIssued` version 1: only Mẫu 01 was made then. Read as a version 2. */
export interface SlipIssuedV1 {
  readonly slipId: string;
  readonly form: '01';
  readonly issue: number;
  readonly copyOf: { readonly slipId: string; readonly reason: string } | null;
  readonly templateVersion: string;
  readonly pdfSha256: string;
  readonly madeOffline: boolean;
  readonly checkCode: string;
  readonly token: string;
}

/** `dossier.slipIssued` version 2: one official slip was made, its PDF kept in the slip ledger (sổ phiếu). */
export interface SlipIssued {
  readonly slipId: string;
  readonly form: DossierForm;
  /** Số of the document ("03/PXL"); empty where the form has none. */
  readonly number: string;
  /** 1 for the first issue of this form for this dossier. */
  readonly issue: number;
  /** The slip this one copies (in lại), with the reason; null for a first issue. */
  readonly copyOf: { readonly slipId: string; readonly reason: string } | null;
  /** The slip this one replaces: void from now on (phiếu đã bị thay); null where it replaces none. */
  readonly voids: string | null;
  /** The event it puts on paper; null for the receipt's own. */
  readonly about: string | null;
  readonly templateVersion: string;
  readonly pdfSha256: string;
  /** Whether it carries "Chưa ghi nhận trên hệ thống tỉnh". */
  readonly madeOffline: boolean;
  /** Short code to compare by phone, printed beside the mark. */
  readonly checkCode: string;
  /** Random part of the citizen's page address in the QR. */
  readonly token: string;
}

/** A slip of the first release in today's shape. */
export function upcastSlip(body: SlipIssuedV1): SlipIssued {
  return { ...body, number: '', voids: null, about: null };
}

/** Slips of other aggregates: a batch's list, a day's closing page, a guidance sheet. */
export interface OtherSlipIssued {
  readonly slipId: string;
  readonly form: 'handover-list' | 'guidance-sheet' | 'day-close' | 'cash-list' | '07';
  readonly number: string;
  readonly issue: number;
  readonly copyOf: { readonly slipId: string; readonly reason: string } | null;
  readonly templateVersion: string;
  readonly pdfSha256: string;
}
