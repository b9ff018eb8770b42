import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CopyMark } from './slip-marks.ts';
import type { SlipOffice } from './slip-office.ts';
import type { SlipPerson, SlipSubmitter } from './slip-people.ts';

/** One paper of the dossier as it was taken. */
export interface SlipPaper {
  readonly name: string;
  /** `submit` stays with the dossier; `present` (chỉ xuất trình) was shown and given back. */
  readonly group: 'submit' | 'present';
  readonly originals: number;
  readonly copies: number;
}

export interface Mau01Input {
  readonly office: SlipOffice;
  /** "Quầy 3". */
  readonly counter: string;
  readonly officer: string;
  /** Chủ hồ sơ; null where the fast lane left the person unnamed. */
  readonly applicant: SlipPerson | null;
  /** Null where the applicant hands it in. */
  readonly submitter: SlipSubmitter | null;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly papers: readonly SlipPaper[];
  /** Thửa đất; null but for land procedures. */
  readonly land: { readonly sheet: string; readonly parcel: string; readonly address: string } | null;
  readonly sets: number;
  /** `limitOnSlip(...)`, or what the officer entered where the law gives no usable time. */
  readonly limitText: string;
  readonly receivedAt: LocalDateTime;
  /** Null where the result is given at once. */
  readonly due: { readonly at: LocalDateTime } | null;
  readonly result: { readonly way: 'counter' | 'post' | 'electronic'; readonly address: string };
  readonly fee: {
    /** Whole đồng. */
    readonly amount: number;
    readonly paid: 'nothing-due' | 'unpaid' | 'cash' | 'transfer' | 'online';
    /** Number of the finance receipt (biên lai), may be empty. */
    readonly receiptNumber: string;
  };
  readonly code: { readonly text: string; readonly kind: 'official' | 'temporary' };
  /** Short code to compare by telephone; printed where the dossier is not in the provincial system yet. */
  readonly checkCode: string;
  readonly offline: boolean;
  /** Sổ theo dõi hồ sơ: the running number is the province's, null until it is known. */
  readonly register: { readonly volume: string; readonly number: number | null };
  readonly hotline: string;
  /** Address where the citizen follows the dossier, without the scheme: "dichvucong.gov.vn". May be empty. */
  readonly lookup: string;
  /** Whole sentences about days off before the due date, in the order to be printed. */
  readonly remarks: readonly string[];
  readonly qr: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}
